/** The memory engine in a process of its own, served over its IPC channel. */
import { processTransport } from '../processTransport.node.ts';
import { serveClient } from '../serveClient.ts';
import { memoryEngine } from './memoryEngine.ts';

serveClient(processTransport(process), memoryEngine());

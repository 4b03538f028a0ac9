/** The memory engine in a worker thread, served over every port it is given. */
import { type MessagePort, parentPort } from 'node:worker_threads';
import { messagePortTransport } from '../messagePortTransport.ts';
import { serveClient } from '../serveClient.ts';
import { memoryEngine } from './memoryEngine.ts';

const engine = memoryEngine();
parentPort?.on('message', (port: MessagePort) => serveClient(messagePortTransport(port), engine));

/** The engine as a process of its own, as every shell has it, spoken to over the channel of `fork`. */
import { createEngineHost } from '#engine/host/engineHost.ts';
import { processTransport } from '#engine/protocol/processTransport.node.ts';
import { serveClient } from '#engine/protocol/serveClient.ts';

const host = createEngineHost();
serveClient(processTransport(process), host.handlers);
process.once('disconnect', () => void host.close().finally(() => process.exit(0)));

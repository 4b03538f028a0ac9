import { type MessagePortMain, utilityProcess } from 'electron';
import type { EngineChild } from '../engine/host/supervisor.ts';

/** The engine as an Electron utility process. Its output goes to the application's log. */
export function forkEngine(entry: string, log: (line: string) => void): EngineChild {
  const child = utilityProcess.fork(entry, [], { serviceName: 'Shuurai engine', stdio: 'pipe' });
  child.stdout?.on('data', (chunk: Buffer) => log(chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => log(chunk.toString()));
  return {
    postMessage: (message, ports = []) => child.postMessage(message, ports as MessagePortMain[]), // only ports made by MessageChannelMain come here
    onMessage: (listener) => {
      child.on('message', listener);
    },
    onExit: (listener) => {
      child.on('exit', listener);
    },
    kill: () => {
      child.kill();
    },
  };
}

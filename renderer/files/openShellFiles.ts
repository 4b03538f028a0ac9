import type { OpenedFile } from '../shell/bridge.ts';
import { openSwarmText } from './openSwarmText.ts';

/** Opens files the desktop has read. Of a picture it gives the swarm it carries, which opens without a file. */
export function openShellFiles(files: readonly OpenedFile[]): void {
  for (const { text, name, path } of files) {
    if (/\.png$/i.test(name)) {
      openSwarmText({ text, name: name.replace(/\.png$/i, '.swarm'), filePath: null, copy: true });
    } else openSwarmText({ text, name, filePath: path });
  }
}

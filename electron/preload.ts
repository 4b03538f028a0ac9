import { contextBridge, ipcRenderer, webUtils } from 'electron';
import type { DesktopBridge, OpenedFile } from '#renderer/shell/bridge.ts';
import { CHANNELS } from './channels.ts';

// The port cannot pass the context bridge; it goes to the page's own window, with the nonce the page chose.
ipcRenderer.on(CHANNELS.enginePort, (event, nonce: string) => {
  window.postMessage({ shuurai: 'engine-port', nonce }, window.location.origin, [...event.ports]);
});

const bridge: DesktopBridge = {
  platform: process.platform,
  connectEngine: (nonce) => ipcRenderer.send(CHANNELS.connectEngine, nonce),
  files: {
    open: () => ipcRenderer.invoke(CHANNELS.open),
    save: (path, text) => ipcRenderer.invoke(CHANNELS.save, path, text),
    saveAs: (suggestedName) => ipcRenderer.invoke(CHANNELS.saveAs, suggestedName),
    read: (path) => ipcRenderer.invoke(CHANNELS.read, path),
    modified: (path) => ipcRenderer.invoke(CHANNELS.modified, path),
    chooseData: () => ipcRenderer.invoke(CHANNELS.chooseData),
    chooseFolder: (start) => ipcRenderer.invoke(CHANNELS.chooseFolder, start),
    pathOf: (file) => {
      // Only a file that a person chose or dropped has a path, so that it may be saved to.
      const path = webUtils.getPathForFile(file);
      if (path !== '') ipcRenderer.send(CHANNELS.dropped, path);
      return path;
    },
  },
  openFolder: (path) => ipcRenderer.send(CHANNELS.openFolder, path),
  onOpenFiles: (listener) => {
    ipcRenderer.on(CHANNELS.openFiles, (_event, files: readonly OpenedFile[]) => listener(files));
  },
  onCommand: (listener) => {
    ipcRenderer.on(CHANNELS.command, (_event, id: string) => listener(id));
  },
  onFlush: (listener) => {
    ipcRenderer.on(CHANNELS.flush, async () => {
      await listener().catch(() => undefined); // closing must not hang on a failed draft; the engine keeps the last one
      ipcRenderer.send(CHANNELS.flushed);
    });
  },
  setLanguage: (code) => ipcRenderer.send(CHANNELS.setLanguage, code),
  setMenu: (commands, words) => ipcRenderer.send(CHANNELS.setMenu, commands, words),
  setStatus: (status) => ipcRenderer.send(CHANNELS.setStatus, status),
};

contextBridge.exposeInMainWorld('shuurai', bridge);

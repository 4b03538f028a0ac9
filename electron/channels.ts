/** Every IPC channel between the page and the main process; what may pass it is in ./messages.ts. */
export const CHANNELS = {
  connectEngine: 'engine:connect',
  enginePort: 'engine:port',
  open: 'files:open',
  save: 'files:save',
  saveAs: 'files:save-as',
  chooseData: 'files:choose-data',
  read: 'files:read',
  modified: 'files:modified',
  dropped: 'files:dropped',
  openFolder: 'folders:open',
  openFiles: 'files:opened',
  command: 'menu:command',
  setMenu: 'menu:set',
  setStatus: 'window:status',
  flush: 'window:flush',
  flushed: 'window:flushed',
} as const;

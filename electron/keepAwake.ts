/** What keeps the system from sleeping: Electron's `powerSaveBlocker`. */
export interface SleepBlocker {
  start(type: 'prevent-app-suspension'): number;
  stop(id: number): unknown;
}

/** Holds the system awake from when it is told that something computes until it is told that nothing does. */
export function keepAwake(blocker: SleepBlocker): (working: boolean) => void {
  let held: number | null = null;
  return (working) => {
    if (working && held === null) held = blocker.start('prevent-app-suspension');
    if (working || held === null) return;
    blocker.stop(held);
    held = null;
  };
}

import { ShuuraiError } from '../core/errors.ts';
import { t } from '../core/text.ts';
import type { CheckedParams } from '../protocol/api.ts';
import type { EngineHandlers } from '../protocol/serveClient.ts';
import { chooseHome } from '../runs/chosenHome.ts';
import { platformHome, shuuraiHome } from '../runs/home.ts';
import { createEngineHost, type EngineHost } from './engineHost.ts';
import { checkPlace, copyWindow, moveEverything } from './moveHome.ts';

/**
 * The engine in the folder that SHUURAI_HOME or the settings say. While it goes a person may choose another: the
 * engine then closes its stores, and opens those of the new folder behind the same handlers, so that pages stay connected.
 */
export function createMovableHost(env: NodeJS.ProcessEnv = process.env): EngineHost {
  const usual = platformHome(env);
  let home = shuuraiHome(env);
  let host = createEngineHost(home);
  const listeners = new Map<() => void, () => void>();

  async function setHome({
    home: wanted,
    existing,
  }: CheckedParams<'folders.set'>): Promise<Record<string, never>> {
    if (env.SHUURAI_HOME)
      throw new ShuuraiError(
        'conflict',
        t`SHUURAI_HOME says where everything lies, and stands above this setting. Start Shuurai without it to choose here.`,
      );
    const busy = host.busyWith();
    if (busy.length > 0)
      throw new ShuuraiError(
        'conflict',
        t`Runs are going or waiting (${busy.slice(0, 3).join(', ')}). Stop them or let them end first, then choose the folder.`,
      );
    const target = checkPlace(home, wanted, existing);
    await host.close();
    try {
      if (existing === 'move') moveEverything(home, target, () => chooseHome(usual, target));
      else {
        copyWindow(home, target);
        chooseHome(usual, target);
      }
      home = target;
    } finally {
      host = createEngineHost(home);
      for (const listener of listeners.keys()) {
        listeners.set(listener, host.handlers.onRunsChanged(listener));
        listener();
      }
    }
    return {};
  }

  const own: Pick<EngineHandlers['methods'], 'settings.get' | 'folders.set'> = {
    'folders.set': setHome,
    async 'settings.get'(params) {
      const found = await host.handlers.methods['settings.get'](params);
      return { ...found, folders: { ...found.folders, fixed: Boolean(env.SHUURAI_HOME) } };
    },
  };
  /** Every method asks the engine that is open when it is called. */
  const methods = new Proxy(host.handlers.methods, {
    get: (_first, name: keyof EngineHandlers['methods']) =>
      Reflect.get(own, name) ?? host.handlers.methods[name],
  });
  return {
    handlers: {
      version: host.handlers.version,
      methods,
      openEvents: (runId) => host.handlers.openEvents(runId),
      onRunsChanged(listener) {
        listeners.set(listener, host.handlers.onRunsChanged(listener));
        return () => {
          listeners.get(listener)?.();
          listeners.delete(listener);
        };
      },
    },
    resumeCutOff: () => host.resumeCutOff(),
    restoreQueue: () => host.restoreQueue(),
    busyWith: () => host.busyWith(),
    isWorking: () => host.isWorking(),
    close: () => host.close(),
  };
}

import { toShuuraiError } from '#engine/core/errors.ts';
import { notify } from '../ui/notices.ts';
import type { Command } from './command.ts';

/** Runs a command if it can run now; what it throws becomes a notice. */
export async function execute(command: Command, shortcut?: string): Promise<void> {
  if (command.blocked() !== null) return;
  try {
    await command.run(shortcut);
  } catch (thrown) {
    notify(toShuuraiError(thrown).message, 'bad');
  }
}

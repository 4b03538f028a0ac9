import { spawn } from 'node:child_process';
import { superviseApp } from '../../host/superviseApp.ts';
import { type Command, text, wholeNumber } from '../command.ts';
import { onInterrupt } from '../onInterrupt.ts';
import { print } from '../output.ts';

/** Opens the system's browser where there is one; nobody waits for it. */
function openBrowser(url: string): void {
  const display = process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  if (!display) return;
  const [program, args] =
    process.platform === 'darwin'
      ? ['open', [url]]
      : process.platform === 'win32'
        ? ['explorer', [url]]
        : ['xdg-open', [url]];
  spawn(program, args, { stdio: 'ignore', detached: true })
    .on('error', () => undefined) // the URL is printed as well
    .unref();
}

export const appCommand: Command = {
  name: 'app',
  usage: '[--port N] [--host H] [--open]',
  summary: 'opens the designer in the browser',
  help: `  --port N   the port; a free one when left out
  --host H   the address to listen on (127.0.0.1); another machine needs the printed URL with its token
  --open     opens the browser`,
  options: { port: { type: 'string' }, host: { type: 'string' }, open: { type: 'boolean' } },
  positionals: [0, 0],
  async run(_positionals, values) {
    const server = await superviseApp({
      port: wholeNumber(values, 'port', 0, 65_535) ?? 0,
      host: text(values, 'host') ?? '127.0.0.1',
    });
    print(server.url);
    if (values.open === true) openBrowser(server.url);
    await Promise.race([new Promise<void>((resolve) => onInterrupt(resolve)), server.failed]);
    await server.close();
    return 0;
  },
};

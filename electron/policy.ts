import { isAbsolute, join, relative, resolve, sep } from 'node:path';

/** The application's own scheme: standard and secure, so that CSP, modules and workers behave as on https. */
export const SCHEME = 'shuurai';
export const APP_ORIGIN = `${SCHEME}://app`;

export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self' blob:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const EXTERNAL_HOSTS: ReadonlySet<string> = new Set(['arxiv.org', 'doi.org']);

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  mjs: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json',
  svg: 'image/svg+xml',
  png: 'image/png',
  woff2: 'font/woff2',
  wasm: 'application/wasm',
};

/** The file a request of the custom scheme means, or null where it would leave `root`. */
export function resolveAppPath(root: string, url: string): string | null {
  const parsed = URL.canParse(url) ? new URL(url) : null;
  if (parsed === null || parsed.protocol !== `${SCHEME}:` || parsed.host !== 'app') return null;
  let pathname: string;
  try {
    pathname = decodeURIComponent(parsed.pathname);
  } catch {
    return null; // malformed percent encoding
  }
  if (pathname.includes('\0')) return null;
  const file = join(root, pathname === '/' ? 'index.html' : pathname);
  const inside = relative(root, file);
  return inside === '' || inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside)
    ? null
    : file;
}

export function contentType(path: string): string {
  return TYPES[path.slice(path.lastIndexOf('.') + 1)] ?? 'application/octet-stream';
}

/** The window shows the application and nothing else. */
export function mayNavigate(url: string): boolean {
  return URL.canParse(url) && new URL(url).protocol === `${SCHEME}:` && new URL(url).host === 'app';
}

/** Nothing of the system is open to a page, except that our own may put plain text on the clipboard. */
export function mayUse(permission: string, origin: string): boolean {
  return permission === 'clipboard-sanitized-write' && mayNavigate(origin);
}

/** Links that may open in the user's browser: the listed https hosts (papers the help refers to). */
export function mayOpenExternally(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname, username, password } = new URL(url);
  return protocol === 'https:' && username === '' && password === '' && EXTERNAL_HOSTS.has(hostname);
}

/** IPC is answered only for the top frame of our own page. */
export function isOwnFrame(frame: { readonly url: string; readonly parent: unknown } | null): boolean {
  return frame !== null && frame.parent === null && mayNavigate(frame.url);
}

/** `path` where it is the application's folder or lies in it; null otherwise, so that a page can show no other. */
export function ownFolder(home: string, path: string): string | null {
  const full = resolve(path);
  const inside = relative(resolve(home), full);
  return inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside) ? null : full;
}

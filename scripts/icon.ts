import { mkdir, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { ensureChromium } from './chromium.mjs';

/** Pixels; of what electron-builder makes of it for each platform, macOS asks for the most. */
const SIZE = 1024;

/** Draws the icon of the installers from that of the page: `node scripts/icon.ts`. */
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const svg = await readFile(`${root}/renderer/icon.svg`, 'utf8');
await mkdir(`${root}/electron/resources`, { recursive: true });
const path = ensureChromium();
const browser = await chromium.launch(path === null ? {} : { executablePath: path, args: ['--no-sandbox'] });
try {
  const page = await browser.newPage({ viewport: { width: SIZE, height: SIZE } });
  await page.setContent(`<style>body{margin:0}svg{display:block;width:${SIZE}px}</style>${svg}`);
  await page.screenshot({ path: `${root}/electron/resources/icon.png`, omitBackground: true });
} finally {
  await browser.close();
}

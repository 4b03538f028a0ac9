import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { getConfig, validateConfiguration } from 'app-builder-lib/out/util/config/config.js';
import { DebugLogger } from 'builder-util';
import { describe, expect, it } from 'vitest';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

describe('packaging', () => {
  it('has a configuration electron-builder accepts', async () => {
    const config = await getConfig(root, null, null);
    await expect(validateConfiguration(config, new DebugLogger(false))).resolves.toBeUndefined();
  });

  it('refuses a key electron-builder does not know, so the check above means something', async () => {
    const config = await getConfig(root, null, null);
    const wrong = { ...config, asarUnpacked: ['**/*.node'] };
    await expect(validateConfiguration(wrong, new DebugLogger(false))).rejects.toThrow(/asarUnpacked/);
  });

  it('unpacks native files, keeps the fuses closed and associates .swarm', async () => {
    const config = await getConfig(root, null, null);
    expect(config.asarUnpack).toEqual(
      expect.arrayContaining(['**/*.node', '**/*.so*', '**/*.dll', '**/*.dylib', '**/*.wasm']),
    );
    expect(config.electronFuses).toMatchObject({
      runAsNode: false,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      grantFileProtocolExtraPrivileges: false,
      onlyLoadAppFromAsar: true,
      enableEmbeddedAsarIntegrityValidation: true,
    });
    expect(config.fileAssociations).toMatchObject([{ ext: 'swarm' }]);
    expect(config.npmRebuild).toBe(false);
    expect(config.nsis?.perMachine).toBe(true);
  });

  it('has an icon large enough for every platform', async () => {
    const config = await getConfig(root, null, null);
    const png = await readFile(`${root}/${config.directories?.buildResources}/icon.png`);
    // Width and height of the first chunk of a PNG.
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1024, 1024]);
  });
});

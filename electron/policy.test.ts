import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  CONTENT_SECURITY_POLICY,
  contentType,
  isOwnFrame,
  mayNavigate,
  mayOpenExternally,
  mayUse,
  resolveAppPath,
} from './policy.ts';

const root = join('/app', 'dist', 'renderer');

describe('custom scheme', () => {
  it('serves files of the page and the page itself', () => {
    expect(resolveAppPath(root, 'shuurai://app/')).toBe(join(root, 'index.html'));
    expect(resolveAppPath(root, 'shuurai://app/assets/a.js?v=1')).toBe(join(root, 'assets', 'a.js'));
  });

  it.each([
    'shuurai://app/..%2f..%2fsecret',
    'shuurai://app/assets/%2e%2e%2f%2e%2e%2f%2e%2e%2fetc/passwd',
    'shuurai://app/a%00.js',
    'shuurai://app/%E0%A4%A',
    'shuurai://other/index.html',
    'https://app/index.html',
    'not a url',
  ])('refuses %s', (url) => {
    expect(resolveAppPath(root, url)).toBeNull();
  });

  it('keeps dot segments, which URLs resolve by themselves, inside the root', () => {
    expect(resolveAppPath(root, 'shuurai://app/%2e%2e/../secret')).toBe(join(root, 'secret'));
  });

  it('knows the types modules need', () => {
    expect(contentType('/x/a.js')).toContain('text/javascript');
    expect(contentType('/x/index.html')).toContain('text/html');
    expect(contentType('/x/unknown.bin')).toBe('application/octet-stream');
  });
});

describe('navigation', () => {
  it('stays on the page', () => {
    expect(mayNavigate('shuurai://app/index.html')).toBe(true);
    for (const url of [
      'https://example.org/',
      'file:///etc/passwd',
      'shuurai://evil/',
      'javascript:alert(1)',
      '',
    ]) {
      expect(mayNavigate(url)).toBe(false);
    }
  });

  it('opens only listed https hosts outside', () => {
    expect(mayOpenExternally('https://arxiv.org/abs/1612.01474')).toBe(true);
    for (const url of [
      'http://arxiv.org/abs/1612.01474',
      'https://arxiv.org.evil.example/',
      'https://user:pw@arxiv.org/',
      'file:///etc/passwd',
      'nonsense',
    ]) {
      expect(mayOpenExternally(url)).toBe(false);
    }
  });

  it('lets only its own page, and only write to the clipboard', () => {
    expect(mayUse('clipboard-sanitized-write', 'shuurai://app/')).toBe(true);
    expect(mayUse('clipboard-sanitized-write', 'shuurai://app/index.html')).toBe(true);
    for (const origin of ['shuurai://application/', 'https://example.org/', 'null', ''])
      expect(mayUse('clipboard-sanitized-write', origin)).toBe(false);
    for (const permission of [
      'clipboard-read',
      'media',
      'geolocation',
      'notifications',
      'openExternal',
      'fileSystem',
    ])
      expect(mayUse(permission, 'shuurai://app/')).toBe(false);
  });

  it('answers only the top frame of its own page', () => {
    expect(isOwnFrame({ url: 'shuurai://app/index.html', parent: null })).toBe(true);
    expect(isOwnFrame({ url: 'shuurai://app/index.html', parent: {} })).toBe(false);
    expect(isOwnFrame({ url: 'https://example.org/', parent: null })).toBe(false);
    expect(isOwnFrame(null)).toBe(false);
  });

  it('allows no inline script, no eval and no foreign connection', () => {
    expect(CONTENT_SECURITY_POLICY).toContain("default-src 'none'");
    expect(CONTENT_SECURITY_POLICY).not.toMatch(/unsafe-|\*/);
  });
});

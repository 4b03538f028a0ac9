import { describe, expect, it } from 'vitest';
import { freeName } from '../commands/newDocument.ts';
import { socketAddress } from '../engine/openTransport.ts';
import { fileNameOf } from './fileName.ts';

describe('names and addresses', () => {
  it('makes file names every system takes', () => {
    expect(fileNameOf('Schools under a hierarchy', 'swarm')).toBe('Schools under a hierarchy.swarm');
    expect(fileNameOf('a/b\\c:d*?', 'swarm')).toBe('a-b-c-d-.swarm');
    expect(fileNameOf('...', 'swarm')).toBe('swarm.swarm');
    expect(fileNameOf('x'.repeat(300), 'swarm')).toHaveLength(106);
  });

  it('numbers untitled documents', () => {
    expect(freeName('Untitled', [])).toBe('Untitled');
    expect(freeName('Untitled', ['Untitled', 'Untitled 2'])).toBe('Untitled 3');
  });

  it('goes to the engine of the page with the token of the page', () => {
    expect(socketAddress({ protocol: 'http:', host: 'localhost:4000', search: '?token=a%2Bb' })).toBe(
      'ws://localhost:4000/engine?token=a%2Bb',
    );
  });
});

import { randomBytes } from 'node:crypto';
import type { RunId } from '../core/brand.ts';

export const RUN_ID = /^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$/;

const two = (value: number): string => String(value).padStart(2, '0');

/** Letters, digits and hyphens of a name, for file names; `fallback` where nothing is left. */
export function slug(name: string, fallback: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40)
    .replace(/-+$/, '');
  return plain === '' ? fallback : plain;
}

/** A name a person can read and sort: `20261124-1203-distributed-4f2a` (local time, the swarm's name, a random end). */
export function newRunId(name: string, now = new Date()): RunId {
  const day = `${now.getFullYear()}${two(now.getMonth() + 1)}${two(now.getDate())}`;
  const minute = `${two(now.getHours())}${two(now.getMinutes())}`;
  return `${day}-${minute}-${slug(name, 'swarm')}-${randomBytes(2).toString('hex')}` as RunId; // matches RUN_ID
}

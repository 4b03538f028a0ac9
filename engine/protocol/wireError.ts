import type { z } from 'zod';
import { type ErrorCode, EXIT_CODES, ShuuraiError, toShuuraiError } from '../core/errors.ts';
import type { wireErrorSchema } from './messages.ts';

type WireError = z.output<typeof wireErrorSchema>;

export function toWire(thrown: unknown): WireError {
  const { code, message, details } = toShuuraiError(thrown);
  return { code, message, details: { ...details } };
}

const isCode = (code: string): code is ErrorCode => Object.hasOwn(EXIT_CODES, code);

export function fromWire(error: WireError): ShuuraiError {
  return new ShuuraiError(isCode(error.code) ? error.code : 'internal', error.message, {
    details: error.details,
  });
}

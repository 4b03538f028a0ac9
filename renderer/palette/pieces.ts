import { create } from 'zustand';
import { parseDocument } from '#engine/document/parse.ts';
import type { SwarmDocument } from '#engine/document/schema.ts';
import { serialize } from '#engine/document/serialize.ts';
import type { Piece as StoredPiece } from '#engine/protocol/api/kept.ts';
import { engine, useConnection } from '../engine/client.ts';

/** A part of a swarm that the person keeps in the palette. */
export interface Piece {
  readonly id: string;
  readonly name: string;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  readonly document: SwarmDocument;
}

/** The person's own pieces, the oldest first, as the engine keeps them. */
export const usePieces = create<{ readonly pieces: readonly Piece[] }>()(() => ({ pieces: [] }));

export const pieceById = (id: string): Piece | undefined =>
  usePieces.getState().pieces.find((piece) => piece.id === id);

const read = ({ document, ...rest }: StoredPiece): readonly Piece[] => {
  const parsed = parseDocument(document);
  return parsed.ok ? [{ ...rest, document: parsed.document }] : [];
};

async function load(): Promise<void> {
  try {
    const stored = await engine.request('pieces.list', {});
    usePieces.setState({ pieces: stored.flatMap(read) });
  } catch {
    // The connection was lost meanwhile: the next one asks again.
  }
}

/** Keeps the list as the engine has it, from every connection on. */
export function startPieces(): void {
  useConnection.subscribe(({ generation }, before) => {
    if (generation !== before.generation) void load();
  });
}

/** Keeps a piece, in place of the one with its id. Rejects with a sentence where the engine cannot. */
export async function savePiece(piece: Piece): Promise<void> {
  await engine.request('pieces.save', { ...piece, document: serialize(piece.document) });
  usePieces.setState(({ pieces }) => ({
    pieces: [...pieces.filter(({ id }) => id !== piece.id), piece].toSorted(
      (a, b) => a.createdAt - b.createdAt,
    ),
  }));
}

export async function deletePiece(id: string): Promise<void> {
  await engine.request('pieces.delete', { id });
  usePieces.setState(({ pieces }) => ({ pieces: pieces.filter((piece) => piece.id !== id) }));
}

/** A name no piece has: "School", then "School 2". */
export function freePieceName(name: string): string {
  const taken = new Set(usePieces.getState().pieces.map((piece) => piece.name));
  if (!taken.has(name)) return name;
  let number = 2;
  while (taken.has(`${name} ${number}`)) number += 1;
  return `${name} ${number}`;
}

/** Pieces whose name has all words of a text. */
export const searchPieces = (pieces: readonly Piece[], text: string): readonly Piece[] => {
  const words = text.toLowerCase().split(/\s+/);
  return pieces.filter(({ name }) => words.every((word) => name.toLowerCase().includes(word)));
};

export const electronFolder: string;
export function findElectron(): string | null;
export function hasDisplay(): boolean;
export function findXvfb(): string | null;
export function electronBarrier(): string | null;

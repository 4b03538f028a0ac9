/** A two-way stream of whole messages, already decoded from JSON or structured clone but not yet validated. */
export interface Transport {
  send(message: unknown): void;
  onMessage(listener: (message: unknown) => void): void;
  /** Called once, when either side closed or the connection was lost. */
  onClose(listener: (reason: string) => void): void;
  close(): void;
}

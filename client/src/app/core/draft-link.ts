import type { DraftStore } from './draft-store';

/** What the server has. */
export interface ServerText<T> {
  text: T;
  version: number;
  /** ISO instant, if the answer has one. */
  savedAt?: string | null;
}

/** The two ends of a draft: what the engine needs from the outside, so that tests can be the server. */
export interface DraftLink<T> {
  /** Unique in this tab: `<user>|<path>|<tab>`. */
  key: string;
  store: DraftStore;
  save(text: T, version: number, how: { keepalive: boolean }): Promise<{ version: number; savedAt?: string | null }>;
  load(): Promise<ServerText<T>>;
}

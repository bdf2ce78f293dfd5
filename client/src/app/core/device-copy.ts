/** Where the key of what is kept on this device lies. The name says nothing of what it opens. */
const KEY = 'kept.seal';

/** The database with the sealed text. */
export const DEVICE_COPY = 'kept-device';

/** Whose the text is that can be opened here without a connection, and the key (base64) that opens it. */
export interface DeviceSeal {
  owner: string;
  key: string;
}

/** Null when nothing is kept on this device. */
export function deviceSeal(): DeviceSeal | null {
  const [owner, key] = (localStorage.getItem(KEY) ?? '').split('|');
  return owner && key ? { owner, key } : null;
}

export const setDeviceSeal = ({ owner, key }: DeviceSeal): void => localStorage.setItem(KEY, `${owner}|${key}`);

/**
 * The key goes at once, and with it all that could be read; the sealed bytes follow as soon as the browser gets to it. A
 * page that is leaving has no time for more.
 */
export function dropDeviceCopy(): void {
  if (localStorage.getItem(KEY) === null) return;
  localStorage.removeItem(KEY);
  indexedDB.deleteDatabase(DEVICE_COPY);
}

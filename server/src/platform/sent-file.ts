/** A file as the answer of a route that is declared with `@ReturnsFile`. Whose it is goes into the log, not to the reader. */
export interface SentFile {
  id: string;
  clientId: string | null;
  coupleId: string | null;
  /** What it is made of, where that is several rows: each is in the log. Left out, `id` is. */
  items?: readonly { id: string; clientId: string | null; coupleId: string | null }[];
  /** Says nothing of what is in it: it will stand in a list of downloads. Letters, digits, `-` and `.` alone. */
  name: string;
  bytes: Buffer;
}

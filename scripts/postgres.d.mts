/** What postgres.mjs gives to those who are checked by the compiler; it says itself what each does. */
interface Postgres {
  url: (database?: string) => string;
  port: number;
  exited: Promise<number>;
  stop: () => Promise<void>;
}

export const startPostgres: (options: {
  dataDir: string;
  password: string;
  port?: number;
  settings?: string[];
  log?: (text: string) => void;
}) => Promise<Postgres>;

export const temporaryFolder: (label: string) => string;

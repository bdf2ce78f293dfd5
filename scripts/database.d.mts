/** What database.mjs gives to those who are checked by the compiler; it says itself what each does. */
interface Database {
  urls: { ADMIN_DATABASE_URL?: string; DATABASE_URL: string; WORKER_DATABASE_URL: string };
  isPreparedBy: (build: string) => boolean;
  remember: (build: string) => Promise<unknown>;
  exited: Promise<number>;
  stop: () => Promise<void>;
}

export const embeddedDatabase: (options: {
  dataDir: string;
  passwords: Record<'postgres' | 'kept_app' | 'kept_worker', string>;
  settings: string[];
}) => Promise<Database>;

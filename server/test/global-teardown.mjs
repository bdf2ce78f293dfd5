import fs from 'node:fs';

export default async function globalTeardown() {
  if (!globalThis.__keptPostgres) return;
  const { postgres, folder } = globalThis.__keptPostgres;
  await postgres.stop();
  fs.rmSync(folder, { recursive: true, force: true });
}

import path from 'node:path';
import { rmSync } from 'node:fs';
import pg from 'pg';
import { embeddedDatabase } from '../../scripts/database.mjs';
import { temporaryFolder } from '../../scripts/postgres.mjs';

describe('the database that the house keeps for itself', () => {
  const dataDir = temporaryFolder('own-database');
  afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

  /** Opens it, adds a table if there is none, and says whether there was one, and whose migrations it holds. */
  async function opened(finish: string | null): Promise<{ wasThere: boolean; isPrepared: boolean }> {
    const passwords = { postgres: 'test', kept_app: 'app', kept_worker: 'worker' };
    const database = await embeddedDatabase({ dataDir: path.resolve(dataDir), passwords, settings: [] });
    try {
      const client = new pg.Client({ connectionString: database.urls.ADMIN_DATABASE_URL });
      await client.connect();
      const { rows } = await client.query<{ there: boolean }>(`select to_regclass('story') is not null as there`);
      await client.query('create table if not exists story ()');
      await client.end();
      if (finish) await database.remember(finish);
      return { wasThere: rows[0]!.there, isPrepared: database.isPreparedBy('a1') };
    } finally {
      await database.stop();
    }
  }

  it('is begun anew when its first start was cut off, and never after it was finished', async () => {
    expect(await opened(null)).toEqual({ wasThere: false, isPrepared: false });
    expect(await opened('a1')).toEqual({ wasThere: false, isPrepared: false });
    expect(await opened(null)).toEqual({ wasThere: true, isPrepared: true });
    expect(await opened('b2')).toEqual({ wasThere: true, isPrepared: true });
    expect(await opened(null)).toEqual({ wasThere: true, isPrepared: false });
  }, 120_000);
});

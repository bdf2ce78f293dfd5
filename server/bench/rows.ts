import type pg from 'pg';

const AT_ONCE = 2000;

/** Rows of one table, waiting to be written many at a time. A column of lists takes them as Postgres writes them. */
export class Rows {
  private waiting: unknown[][] = [];
  written = 0;
  private readonly text: string;
  private readonly width: number;

  constructor(
    private readonly db: pg.Client,
    table: string,
    columns: Record<string, string>,
  ) {
    const names = Object.keys(columns);
    const isList = (type: string): boolean => type.endsWith('[]');
    const places = Object.values(columns).map((type, i) => `$${i + 1}::${isList(type) ? 'text' : type}[]`);
    const chosen = Object.entries(columns).map(([name, type]) => (isList(type) ? `${name}::${type}` : name));
    this.text = `insert into ${table} (${names.join(', ')}) select ${chosen.join(', ')} from unnest(${places.join(', ')}) as made (${names.join(', ')})`;
    this.width = names.length;
  }

  async add(...row: unknown[]): Promise<void> {
    this.waiting.push(row);
    if (this.waiting.length >= AT_ONCE) await this.flush();
  }

  async flush(): Promise<void> {
    const rows = this.waiting;
    this.waiting = [];
    if (rows.length === 0) return;
    const columns = Array.from({ length: this.width }, (_, column) => rows.map((row) => row[column]));
    await this.db.query(this.text, columns);
    this.written += rows.length;
  }
}

import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { QueryResultRow } from 'pg';
import { DataSource } from 'typeorm';
import { alone } from '../platform/database.js';
import { NotFound, SlowDown } from '../platform/errors.js';
import { openByHash } from '../platform/request.transaction.js';
import { hashOfToken } from './login.token.js';
import { placeOf } from './place.rules.js';

const WINDOW = '15 minutes';
const WINDOW_SECONDS = 900;
/** Readings in a window: of one address, and from one place, where a whole practice may sit. */
const MOST = { address: 60, place: 300 };

/** Addresses that are their own key, for programs that cannot sign in. */
@Injectable()
export class KeyedAddresses {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Opens the request as whoever the address belongs to; `door` is the function of the door that knows. Readings are
   * counted before they are made. Throws NotFound for an address that is no more, SlowDown past the limits.
   */
  async open<R extends QueryResultRow>(door: string, secret: string, ip: string): Promise<R> {
    const hash = hashOfToken(secret);
    await this.count([door, 'place', placeOf(ip)], MOST.place);
    await this.count([door, 'address', hash.toString('hex')], MOST.address);
    const owner = await openByHash<R>(this.dataSource, door, hash);
    if (!owner) throw new NotFound('address');
    return owner;
  }

  private async count(what: string[], most: number): Promise<void> {
    const key = createHash('sha256').update(what.join('|')).digest();
    const [row] = await alone<{ n: number }>(this.dataSource, 'door-try', 'select door_try($1, $2) as n', [
      ...[key, WINDOW],
    ]);
    if (row!.n > most) throw new SlowDown(WINDOW_SECONDS);
  }
}

import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { Client } from '../clients/client.entity.js';
import { callName } from '../clients/clients.rules.js';
import { now } from '../platform/clock.js';
import { changeRow, insertRow, repo, sql } from '../platform/database.js';
import { NotFound, RuleBroken } from '../platform/errors.js';
import type { Page } from '../platform/paging.js';
import { actor } from '../platform/scope.js';
import type { SharedWinDto } from './journal.dto.js';
import { SharedWin } from './journal.entity.js';
import { mayBeShared } from './journal.rules.js';
import { ownEntry } from './journal.service.js';

/** Copies of wins between two partners, by their author's own act and never by anybody else's. */
@Injectable()
export class SharedWinsService {
  /** Throws `RuleBroken('no_partner' | 'not_a_win' | 'already_shared')`. Where it waits for a clinician nobody is told. */
  async share(entryId: string): Promise<SharedWinDto> {
    const entry = await ownEntry(entryId);
    if (!mayBeShared(entry.kind) || !entry.content.win)
      throw new RuleBroken('not_a_win', 'Only a small win can be shared.');
    const coupleId = await coupleNow(entry.clientId);
    if (coupleId === null) throw new RuleBroken('no_partner', 'There is nobody here to share it with.');
    if (await repo(SharedWin).existsBy({ entryId, withdrawnAt: IsNull() }))
      throw new RuleBroken('already_shared', 'This is shared already.');
    const at = now();
    const held = await isHeld(coupleId);
    const row = await insertRow(SharedWin, {
      // Says nothing of when it was shared: the other meets it by this id, perhaps later.
      ...{ id: randomUUID(), coupleId, sharedBy: entry.clientId, entryId, happenedOn: entry.happenedOn, sharedAt: at },
      content: { text: entry.content.win.text, from: await ownName() },
      ...{ held, openFrom: held ? null : at, openedBy: null, reason: null, withdrawnAt: null },
    });
    return dtoOf(row);
  }

  /** Of both, the latest day first. Once their work has ended there is nothing for either of them. */
  async of(coupleId: string): Promise<Page<SharedWinDto>> {
    const [seen] = await sql<{ seen: boolean }>(
      'win readers',
      'select $1::uuid = any ((select visible_couples())::uuid[]) as seen',
      [coupleId],
    );
    if (!seen?.seen) throw new NotFound('couple');
    const rows = await repo(SharedWin).find({
      where: { coupleId, withdrawnAt: IsNull() },
      order: { happenedOn: 'DESC', id: 'DESC' },
      take: 100,
    });
    return { items: rows.map(dtoOf), next: null };
  }

  /** For the future; what was read was read. */
  async withdraw(id: string): Promise<void> {
    const row = await entity(id);
    if (row.sharedBy !== actor().clientId) throw new NotFound('win');
    if (row.withdrawnAt) throw new RuleBroken('invalid_transition', 'This was taken back already.');
    await changeRow(SharedWin, row, { withdrawnAt: now() });
  }

  /** A clinician lets go of what was held back, and says why. */
  async open(id: string, reason: string): Promise<SharedWinDto> {
    const row = await entity(id);
    if (!row.held || row.withdrawnAt) throw new RuleBroken('invalid_transition', 'This is not held back.');
    return dtoOf(await changeRow(SharedWin, row, { held: false, openFrom: now(), openedBy: actor().id, reason }));
  }
}

async function entity(id: string): Promise<SharedWin> {
  const row = await repo(SharedWin).findOneBy({ id });
  if (!row) throw new NotFound('win');
  return row;
}

async function coupleNow(clientId: string): Promise<string | null> {
  const [row] = await sql<{ couple_id: string }>(
    'win couple',
    'select couple_id from couple_partner where client_id = $1 and to_at is null',
    [clientId],
  );
  return row?.couple_id ?? null;
}

/** The house's one gate before a partner: answers on its behalf, so that nobody learns what was told alone. */
async function isHeld(coupleId: string): Promise<boolean> {
  const [gate] = await sql<{ held: boolean }>('win gate', 'select release_held($1, false) as held', [coupleId]);
  return gate?.held ?? true;
}

async function ownName(): Promise<string> {
  const client = await repo(Client).findOneBy({ id: actor().clientId ?? '' });
  return client ? callName(client) : '';
}

const dtoOf = (row: SharedWin): SharedWinDto => ({
  id: row.id,
  coupleId: row.coupleId,
  text: row.content.text,
  from: row.content.from,
  mine: row.sharedBy === actor().clientId,
  happenedOn: row.happenedOn,
  held: actor().clientId === null ? row.held : null,
});

import { In } from 'typeorm';
import { ownName } from '../couples/ourselves.js';
import { repo } from '../platform/database.js';
import { actor } from '../platform/scope.js';
import type { ListeningDto } from './listening.dto.js';
import { Listening, ListeningOwn, ListeningTurn } from './listening.entity.js';
import { actsOf, hasReplied, type Side, type State } from './listening.rules.js';

export const sideOf = ({ madeBy }: Listening): Side => {
  const { clientId } = actor();
  return clientId === null ? 'staff' : clientId === madeBy ? 'writer' : 'listener';
};

/** When its reader could first read it. */
const metAt = ({ writtenBy, writtenAt, openFrom }: ListeningTurn): Date => {
  const { clientId } = actor();
  return clientId !== null && writtenBy !== clientId && openFrom !== null ? openFrom : writtenAt;
};

/** In the order in which their reader could meet them. */
export const turnsOf = async (ids: readonly string[]): Promise<ListeningTurn[]> =>
  (
    await repo(ListeningTurn).find({ where: { listeningId: In([...ids]) }, order: { writtenAt: 'ASC', id: 'ASC' } })
  ).sort((a, b) => metAt(a).getTime() - metAt(b).getTime());

/** As its reader knows it: what he said back, and waits for a clinician, stands for him as if she had read it. */
export const stateFor = (row: Listening, turns: readonly ListeningTurn[]): State =>
  sideOf(row) === 'listener' &&
  (row.state === 'offered' || row.state === 'not_yet') &&
  turns.some(({ listeningId, held, kind }) => listeningId === row.id && held && kind === 'reflection')
    ? 'reflected'
    : row.state;

/** Where it stands in somebody's list. That it moves when it opens is its listener's to see, and not its writer's. */
const placeOf = (row: Listening): Date => (sideOf(row) === 'writer' ? (row.offeredAt ?? row.listedAt) : row.listedAt);

/** Pieces as their reader may know them, in the order given. */
export async function viewOf(rows: readonly Listening[]): Promise<ListeningDto[]> {
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const { clientId } = actor();
  const name = clientId === null ? '' : await ownName();
  const own = new Map((await repo(ListeningOwn).findBy({ listeningId: In(ids) })).map((row) => [row.listeningId, row]));
  const turns = await turnsOf(ids);
  return rows.map((row) => {
    const side = sideOf(row);
    const said = turns.filter(({ listeningId }) => listeningId === row.id);
    const words = own.get(row.id);
    const state = stateFor(row, said);
    return {
      ...{ id: row.id, version: words?.version ?? 1, coupleId: row.coupleId, state },
      from: row.content?.from ?? (side === 'writer' ? name : ''),
      mine: side === 'writer',
      text: row.content?.text ?? words?.content.text ?? '',
      at: placeOf(row).toISOString(),
      savedAt: words?.savedAt.toISOString() ?? null,
      turns: said.map((each) => ({
        ...{ id: each.id, kind: each.kind, mine: each.writtenBy === clientId },
        ...{ from: each.content?.from ?? null, text: each.content?.text ?? null },
        writtenAt: metAt(each).toISOString(),
      })),
      acts: actsOf(state, side, hasReplied(said.map(({ kind }) => kind))),
      madeBy: side === 'staff' ? row.madeBy : null,
      held: side === 'staff' ? row.held || said.some(({ held }) => held) : null,
    };
  });
}

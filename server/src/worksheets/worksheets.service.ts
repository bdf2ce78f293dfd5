import { Injectable } from '@nestjs/common';
import { standingOf } from '../clients/standing.js';
import { sql } from '../platform/database.js';
import { NotFound } from '../platform/errors.js';
import { decodeCursor, keyset, type Page } from '../platform/paging.js';
import { actor } from '../platform/scope.js';
import { offerOf, type Occasion, type Offer } from '../library/library.rules.js';
import type { Worksheet } from '../library/worksheet.definition.js';
import { CURRENT_WORKSHEETS, worksheetById } from '../library/worksheet.library.js';
import { WorksheetDto, type WorksheetQuery } from './worksheets.dto.js';

@Injectable()
export class WorksheetsService {
  /**
   * What suits the occasion first, then by title. A client meets a worksheet through its assignment, but may read any:
   * they hold no one's words. Throws `NotFound` for people who are not the actor's to see.
   */
  async list(query: WorksheetQuery): Promise<Page<WorksheetDto>> {
    const occasion = await occasionOf(query);
    const found = CURRENT_WORKSHEETS.filter((worksheet) => suits(worksheet, query))
      .map((worksheet) => ({ worksheet, title: worksheet.title, offer: occasion && offerOf(worksheet, occasion) }))
      .toSorted((a, b) => compare(placeOf(a), placeOf(b)));
    const after = decodeCursor(query.cursor, 2);
    const rest = after ? found.filter((one) => compare(placeOf(one), [Number(after[0]), String(after[1])]) > 0) : found;
    const { items, next } = keyset(rest.slice(0, query.limit + 1), query.limit, placeOf);
    return { items: items.map(({ worksheet, offer }) => WorksheetDto.of(worksheet, forStaff(), offer)), next };
  }

  /** The newest version under a key. Throws `NotFound` for a key that no worksheet has. */
  current(key: string): Worksheet {
    const found = CURRENT_WORKSHEETS.find((worksheet) => worksheet.key === key);
    if (!found) throw new NotFound('worksheet');
    return found;
  }

  /** Any version that was ever given out. */
  one(id: string): WorksheetDto {
    return WorksheetDto.of(this.worksheet(id), forStaff());
  }

  worksheet(id: string): Worksheet {
    const found = worksheetById(id);
    if (!found) throw new NotFound('worksheet');
    return found;
  }
}

const forStaff = (): boolean => actor().clientId === null;

function suits(worksheet: Worksheet, { q, role, stage }: WorksheetQuery): boolean {
  const words = `${worksheet.title} ${worksheet.summary} ${worksheet.key}`.toLocaleLowerCase('en');
  if (q && !words.includes(q.trim().toLocaleLowerCase('en'))) return false;
  if (stage && !worksheet.stages.includes(stage)) return false;
  return !role || worksheet.audience === role || !['injured', 'involved'].includes(worksheet.audience);
}

type Place = readonly [rank: number, title: string];

const placeOf = ({ offer, title }: { offer: Offer | null; title: string }): Place => [offer?.rank ?? 0, title];

const compare = (a: Place, b: Place): number => a[0] - b[0] || a[1].localeCompare(b[1], 'en');

/** Null where nobody is named. To a client the order tells nothing: where they stand is for those who treat them. */
async function occasionOf({ role, stage, clientId, coupleId }: WorksheetQuery): Promise<Occasion | null> {
  if (!forStaff() || !(role ?? stage ?? clientId ?? coupleId)) return null;
  const standings = clientId || coupleId ? await standingOf({ clientIds: clientId ? [clientId] : [], coupleId }) : [];
  if (coupleId && standings.length === 0) throw new NotFound('couple');
  if (clientId && !coupleId && standings.length === 0) await assertVisible(clientId);
  const whose = standings.filter((standing) => !clientId || standing.clientId === clientId);
  const roles = role ? [role] : whose.map((standing) => standing.role);
  return {
    roles: clientId && roles.length === 0 ? ['unspecified'] : roles,
    stage: stage ?? whose[0]?.stage ?? null,
    asCouple: standings.length > 0 || !clientId,
  };
}

async function assertVisible(clientId: string): Promise<void> {
  const [seen] = await sql('library client', 'select id from client where id = $1', [clientId]);
  if (!seen) throw new NotFound('client');
}

import { Injectable } from '@nestjs/common';
import { User } from '../auth/user.entity.js';
import { standingAbout } from '../couples/standing.js';
import { assertClientSeen } from '../clients/seen.js';
import { repo, reveal, sql } from '../platform/database.js';
import { NotFound, RuleBroken } from '../platform/errors.js';
import { decodeCursor, keyset, type Page } from '../platform/paging.js';
import { actor } from '../platform/scope.js';
import { offerOf, type Occasion, type Offer } from '../library/library.rules.js';
import { asked, type Worksheet } from '../library/worksheet.definition.js';
import { CURRENT_WORKSHEETS, worksheetById } from '../library/worksheet.library.js';
import { WorksheetTemplate, WorksheetVersion } from './templates.entity.js';
import { asWorksheet, worksheetsOf } from './worksheet.versions.js';
import { A_VERSION, BUILT_IN, WorksheetDto, type Standing, type WorksheetQuery } from './worksheets.dto.js';

/** Templates of one's own and of colleagues that are looked through for a list. */
export const MOST_TEMPLATES = 200;

@Injectable()
export class WorksheetsService {
  /**
   * What suits the occasion first, then by title: the built-in ones and, for staff, their own and what colleagues share.
   * A client meets a worksheet through its assignment, but may read any built-in one: they hold no one's words. Throws
   * `NotFound` for people who are not the actor's to see.
   */
  async list(query: WorksheetQuery): Promise<Page<WorksheetDto>> {
    const occasion = await occasionOf(query);
    const built = CURRENT_WORKSHEETS.map((worksheet) => ({ worksheet, standing: BUILT_IN }));
    const found = [...built, ...(forStaff() ? await made() : [])]
      .filter(({ worksheet, standing }) => suits(worksheet, query) && hasStatus(standing, query))
      .map((each) => ({ ...each, offer: occasion && offerOf(each.worksheet, occasion) }))
      .toSorted((a, b) => compare(placeOf(a), placeOf(b)));
    const after = decodeCursor(query.cursor, 3);
    const rest = after
      ? found.filter((one) => compare(placeOf(one), [Number(after[0]), String(after[1]), String(after[2])]) > 0)
      : found;
    const { items, next } = keyset(rest.slice(0, query.limit + 1), query.limit, placeOf);
    return {
      items: items.map(({ worksheet, offer, standing }) =>
        WorksheetDto.of(asMet(worksheet), forStaff(), offer, standing),
      ),
      next,
    };
  }

  /** The newest version under a key. Throws `NotFound` for a key that no worksheet has. */
  current(key: string): Worksheet {
    const found = CURRENT_WORKSHEETS.find((worksheet) => worksheet.key === key);
    if (!found) throw new NotFound('worksheet');
    return found;
  }

  /** Built in, a template (as its owner writes it; to others, as it was published last), or any version of one. */
  async one(id: string): Promise<WorksheetDto> {
    const { worksheet, standing } = await this.read(id);
    return WorksheetDto.of(asMet(worksheet), forStaff(), null, standing);
  }

  /** Throws `NotFound` when there is none, or it is not the actor's to see. */
  async read(id: string): Promise<{ worksheet: Worksheet; standing: Standing }> {
    const built = worksheetById(id);
    if (built) return { worksheet: built, standing: BUILT_IN };
    const template = forStaff() ? await repo(WorksheetTemplate).findOneBy({ id }) : null;
    if (template) {
      const [names, latest] = [await namesOf([template]), await newestOf([template])];
      const shown = template.ownerId === actor().id ? draftOf(template) : latest.get(template.versionId ?? '');
      if (!shown) throw new NotFound('worksheet');
      return { worksheet: { ...shown, id }, standing: standingIn(template, names) };
    }
    const version = await repo(WorksheetVersion).findOneBy({ id });
    if (!version) throw new NotFound('worksheet');
    return { worksheet: asWorksheet(version), standing: A_VERSION };
  }

  /**
   * What is handed out when somebody names this id: of a template, its newest version. Throws `NotFound`, or
   * `RuleBroken('not_published' | 'retired')` for a template that cannot be given.
   */
  async toGive(id: string): Promise<Worksheet> {
    const built = worksheetById(id);
    if (built) return built;
    const template = await repo(WorksheetTemplate).findOneBy({ id });
    const version = await repo(WorksheetVersion).findOneBy({ id: template?.versionId ?? id });
    if (template?.status === 'retired') throw new RuleBroken('retired', 'This worksheet is no longer given out.');
    if (version) return asWorksheet(version);
    // A colleague's that she shares before it is published is not there yet.
    if (template?.ownerId === actor().id)
      throw new RuleBroken('not_published', 'Publish this worksheet first, then it can be given.');
    throw new NotFound('worksheet');
  }

  /** That of a row which the actor was given to read. */
  async worksheet(id: string): Promise<Worksheet> {
    const found = (await worksheetsOf([id])).get(id);
    if (!found) throw new NotFound('worksheet');
    return found;
  }

  /** Those of many rows. Throws `NotFound` for one that is none of them. */
  async worksheets(ids: readonly string[]): Promise<(id: string) => Worksheet> {
    const found = await worksheetsOf(ids);
    return (id) => {
      const worksheet = found.get(id);
      if (!worksheet) throw new NotFound('worksheet');
      return worksheet;
    };
  }
}

const forStaff = (): boolean => actor().clientId === null;

/** What a therapist asks herself about a client is not for the client to read. */
const asMet = (worksheet: Worksheet): Worksheet =>
  forStaff() ? worksheet : asked(worksheet, { together: false, as: null });

export const draftOf = ({ id, key, published, content }: WorksheetTemplate): Worksheet => ({
  ...content.definition,
  ...{ id, key, version: published },
});

const newestOf = (templates: readonly WorksheetTemplate[]): Promise<Map<string, Worksheet>> =>
  worksheetsOf(templates.map(({ versionId }) => versionId));

/** What staff have made, as far as the actor sees it: as it would be given, or as it is written while it cannot be. */
async function made(): Promise<{ worksheet: Worksheet; standing: Standing }[]> {
  const templates = await repo(WorksheetTemplate).find({ order: { id: 'ASC' }, take: MOST_TEMPLATES });
  const [names, latest] = [await namesOf(templates), await newestOf(templates)];
  return templates.flatMap((template) => {
    const own = template.ownerId === actor().id;
    const shown = latest.get(template.versionId ?? '') ?? (own ? draftOf(template) : undefined);
    if (!shown || (!own && template.status === 'retired')) return [];
    return [{ worksheet: { ...shown, id: template.id }, standing: standingIn(template, names) }];
  });
}

const standingIn = (template: WorksheetTemplate, names: Map<string, string>): Standing => {
  const own = template.ownerId === actor().id;
  return {
    source: own ? 'own' : 'shared',
    status: template.status,
    version: template.version,
    published: template.published === 0 ? null : template.published,
    changed: own && template.changed,
    shared: template.shared,
    madeBy: names.get(template.ownerId) ?? null,
  };
};

async function namesOf(templates: readonly WorksheetTemplate[]): Promise<Map<string, string>> {
  const ids = [...new Set(templates.map(({ ownerId }) => ownerId))];
  if (ids.length === 0) return new Map();
  const users = await sql<{ id: string; display_name: string }>(
    'worksheet makers',
    'select id, display_name from app_user where id = any ($1::uuid[])',
    [ids],
  );
  await reveal(User, users);
  return new Map(users.map(({ id, display_name }) => [id, display_name]));
}

/** What is over is looked for by name. */
const hasStatus = ({ status }: Standing, query: WorksheetQuery): boolean =>
  query.status ? status === query.status : status !== 'retired';

function suits(worksheet: Worksheet, { q, role, stage }: WorksheetQuery): boolean {
  const words = `${worksheet.title} ${worksheet.summary} ${worksheet.key}`.toLocaleLowerCase('en');
  if (q && !words.includes(q.trim().toLocaleLowerCase('en'))) return false;
  if (stage && !worksheet.stages.includes(stage)) return false;
  return !role || worksheet.audience === role || !['injured', 'involved'].includes(worksheet.audience);
}

type Place = readonly [rank: number, title: string, id: string];

const placeOf = ({ offer, worksheet }: { offer: Offer | null; worksheet: Worksheet }): Place => [
  offer?.rank ?? 0,
  worksheet.title,
  worksheet.id,
];

const compare = (a: Place, b: Place): number =>
  a[0] - b[0] || a[1].localeCompare(b[1], 'en') || a[2].localeCompare(b[2], 'en');

/** Null where nobody is named. To a client the order tells nothing: where they stand is for those who treat them. */
async function occasionOf({ role, stage, clientId, coupleId, betrayalId }: WorksheetQuery): Promise<Occasion | null> {
  if (!forStaff() || !(role ?? stage ?? clientId ?? coupleId)) return null;
  const of = { clientIds: clientId ? [clientId] : [], coupleId };
  const standings = clientId || coupleId ? await standingAbout(of, betrayalId) : [];
  if (coupleId && standings.length === 0) throw new NotFound('couple');
  if (clientId && !coupleId && standings.length === 0) await assertClientSeen(clientId);
  const whose = standings.filter((standing) => !clientId || standing.clientId === clientId);
  const roles = role ? [role] : whose.map((standing) => standing.role);
  return {
    roles: clientId && roles.length === 0 ? ['unspecified'] : roles,
    stage: stage ?? whose[0]?.stage ?? null,
    asCouple: standings.length > 0 || !clientId,
  };
}

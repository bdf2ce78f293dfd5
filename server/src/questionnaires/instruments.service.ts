import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Form } from '../fhir/form.definition.js';
import { readUpload } from '../fhir/import.rules.js';
import { applyMapping, carriedOver, mappingOf } from '../fhir/mapping.rules.js';
import { factsOf } from '../instruments/registry.content.js';
import { TRACKERS } from '../instruments/tracker.content.js';
import { now } from '../platform/clock.js';
import { insertRow, reveal, sql } from '../platform/database.js';
import { NotFound, Refused } from '../platform/errors.js';
import { newId } from '../platform/ids.js';
import { decodeCursor, keyset, type Page } from '../platform/paging.js';
import { actor } from '../platform/scope.js';
import { ChangeRulesService } from './change-rules.service.js';
import { formView, importedView, mappingView, trackerView } from './instrument.views.js';
import type { ImportedDto, InstrumentDto, InstrumentsQuery, MappingDto, NewMapping } from './instruments.dto.js';
import { InstrumentFile, InstrumentVersion, OwnInstrument } from './instruments.entity.js';
import type { Edition, FormMeasure, Measure, TrackerMeasure } from './measure.js';

interface Stored {
  id: string;
  instrument_id: string;
  file_id: string;
  version: number;
  form: Form;
  hash: Buffer;
  place: string;
}

const VERSION = `select v.id, v.instrument_id, v.file_id, v.version, v.form, f.hash, i.created_at::text as place
  from instrument i join instrument_version v on v.clinic_id = i.clinic_id and v.instrument_id = i.id
  join instrument_file f on f.clinic_id = v.clinic_id and f.id = v.file_id`;
const NEWEST =
  'v.version = (select max(n.version) from instrument_version n where n.clinic_id = i.clinic_id and n.instrument_id = i.id)';

@Injectable()
export class InstrumentsService {
  constructor(private readonly rules: ChangeRulesService) {}

  /** The built-in trackers first, then the clinic's own, newest first; each in its newest version, or in the one that is asked. */
  async list({ limit, cursor, asked }: InstrumentsQuery): Promise<Page<InstrumentDto>> {
    const [zone, at, id] = decodeCursor(cursor, 3) ?? [-1, null, null];
    const builtIn = TRACKERS.map((tracker, place) => ({ key: [place, null, null], view: trackerView(tracker) }));
    const before = builtIn.filter(({ key }) => Number(key[0]) > Number(zone));
    const rows = await reveal(
      InstrumentVersion,
      await sql<Stored>(
        'instruments page',
        `${VERSION} where ${NEWEST} and ($1::timestamptz is null or (i.created_at, i.id) < ($1, $2::uuid))
          order by i.created_at desc, i.id desc limit $3`,
        [at, id, limit + 1],
      ),
    );
    const views = await this.views(rows, asked === 'true');
    const own = rows.map((row, index) => ({
      key: [TRACKERS.length, row.place, row.instrument_id],
      view: views[index]!,
    }));
    const page = keyset([...before, ...own], limit, ({ key }) => key);
    return { items: page.items.flatMap(({ view }) => view ?? []), next: page.next };
  }

  async view(id: string): Promise<InstrumentDto> {
    const tracker = TRACKERS.find((each) => each.id === id);
    if (tracker) return trackerView(tracker);
    const [view] = await this.views([await this.newest(id)], false);
    if (!view) throw new NotFound('instrument');
    return view;
  }

  /** An instrument, as it is asked or in one version by number. Throws `NotFound`. */
  async measure(id: string, version: number | null = null): Promise<Measure> {
    const tracker = TRACKERS.find((each) => each.id === id);
    if (tracker) return trackerMeasure(tracker);
    const [row] = await this.versions([id], version);
    if (!row) throw new NotFound('instrument');
    return measureOf(version === null ? ((await this.askedOf(row)) ?? row) : row);
  }

  /** These as they are asked; ids of none are passed over. */
  async measures(ids: readonly string[]): Promise<Map<string, Measure>> {
    const trackers = TRACKERS.filter(({ id }) => ids.includes(id)).map(trackerMeasure);
    const others = ids.filter((id) => !trackers.some((tracker) => tracker.id === id));
    const own: FormMeasure[] = [];
    for (const row of others.length === 0 ? [] : await this.versions(others, null))
      own.push(measureOf((await this.askedOf(row)) ?? row));
    return new Map([...trackers, ...own].map((measure) => [measure.id, measure]));
  }

  /**
   * Keeps the file and what was read from it. The very same text is the same version; another text under the same address
   * and language is a new one. Throws `Refused` with the path of every reason.
   */
  async import(sent: string): Promise<ImportedDto> {
    const read = readUpload(sent);
    if (read.form === null) throw new Refused('not_importable', 'This questionnaire cannot be taken.', read.faults);
    const { form, recognisedAs, warnings } = read;
    const hash = digest(sent);
    const canonical = form.url === null ? null : digest(form.url);
    const identity = form.url === null ? hash : digest(`${form.url}\n${form.language ?? ''}`);
    // Two people bringing the same file at the same time bring it once.
    await claim(identity.toString('hex'));
    const known = await this.known(hash, identity);
    if (known.instrumentId !== null) await claim(known.instrumentId);
    const latest = known.instrumentId === null ? null : ((await this.versions([known.instrumentId], null))[0] ?? null);
    if (latest && latest.file_id === known.fileId)
      return importedView(await this.edition(measureOf(latest)), warnings, recognisedAs);

    const by = { createdBy: actor().id, createdAt: now() };
    const instrumentId = known.instrumentId ?? newId();
    if (known.instrumentId === null) await insertRow(OwnInstrument, { id: instrumentId, identity, canonical, ...by });
    const fileId = known.fileId ?? newId();
    if (known.fileId === null)
      await insertRow(InstrumentFile, { id: fileId, instrumentId, hash, original: sent, ...by });
    const made = await this.addVersion({ instrumentId, fileId, form, hash, after: latest?.version ?? 0 });
    return importedView(await this.edition(made), warnings, recognisedAs);
  }

  /** The one form with this canonical address, with or without a version; null where there is none, or one in each language. */
  async byCanonical(url: string): Promise<FormMeasure | null> {
    const rows = await sql<{ id: string }>(
      'instrument canonical',
      'select id from instrument where canonical = $1 limit 2',
      [digest(url.split('|')[0]!)],
    );
    if (rows.length !== 1) return null;
    const [row] = await this.versions([rows[0]!.id], null);
    return row ? measureOf((await this.askedOf(row)) ?? row) : null;
  }

  /** What holds for a form, or what its newest mapped edition says of the very same items: a proposal that nobody is bound by. */
  async mapping(id: string): Promise<MappingDto> {
    const measure = measureOf(await this.newest(id));
    const { form, version } = measure;
    const own = mappingOf(form);
    if (own) return mappingView(measure, { from: 'current', fromVersion: version, ...own });
    const earlier = await this.lastMapped(id, version);
    const carried = earlier && carriedOver(form, earlier.form);
    return mappingView(measure, carried && { from: 'earlier', fromVersion: earlier.version, ...carried });
  }

  /** What a person says of a form whose codes do not: a new version of it. Throws `Refused` with the path of every reason. */
  async map(id: string, { as, items, options }: NewMapping): Promise<ImportedDto> {
    await claim(id);
    const latest = await this.newest(id);
    const { form, faults } = applyMapping(latest.form, { as, items, options: options ?? {} });
    if (faults.length > 0) throw new Refused('mapping', 'The form does not fit this scale so.', faults);
    const made = await this.addVersion({
      ...{ instrumentId: id, fileId: latest.file_id, form, hash: latest.hash, after: latest.version },
    });
    return importedView(await this.edition(made), []);
  }

  /** The newest version of a form that was brought, whether or not it can be asked. */
  private async newest(id: string): Promise<Stored> {
    if (TRACKERS.some((each) => each.id === id)) throw new Refused('built_in', 'A practice tracker needs no mapping.');
    const [row] = await this.versions([id], null);
    if (!row) throw new NotFound('instrument');
    return row;
  }

  /** The version that is asked: this one, or while nobody has said what it is, the newest before it of which somebody has. */
  private async askedOf(row: Stored): Promise<Stored | null> {
    return row.form.scoring === null ? this.lastMapped(row.instrument_id, row.version) : row;
  }

  /** Of the fifty editions before this one, the newest of which somebody has said what it is. */
  private async lastMapped(id: string, before: number): Promise<Stored | null> {
    const rows = await sql<Stored>(
      'instrument versions before',
      `${VERSION} where i.id = $1 and v.version < $2 order by v.version desc limit 50`,
      [id, before],
    );
    return (await reveal(InstrumentVersion, rows)).find(({ form }) => form.scoring !== null) ?? null;
  }

  private async addVersion(made: {
    instrumentId: string;
    fileId: string;
    form: Form;
    hash: Buffer;
    after: number;
  }): Promise<FormMeasure> {
    const { instrumentId, fileId, form, hash, after } = made;
    const version = after + 1;
    const row = { id: newId(), instrumentId, fileId, version, form, createdBy: actor().id, createdAt: now() };
    await insertRow(InstrumentVersion, row);
    return measureOf({ instrument_id: instrumentId, version, form, hash });
  }

  private async known(hash: Buffer, identity: Buffer): Promise<{ instrumentId: string | null; fileId: string | null }> {
    const [file] = await sql<{ id: string; instrument_id: string }>(
      'instrument file known',
      'select id, instrument_id from instrument_file where hash = $1',
      [hash],
    );
    if (file) return { instrumentId: file.instrument_id, fileId: file.id };
    const [row] = await sql<{ id: string }>('instrument known', 'select id from instrument where identity = $1', [
      identity,
    ]);
    return { instrumentId: row?.id ?? null, fileId: null };
  }

  private async versions(ids: readonly string[], version: number | null): Promise<Stored[]> {
    const rows = await sql<Stored>(
      'instrument versions',
      `${VERSION} where i.id = any ($1::uuid[]) and case when $2::int is null then ${NEWEST} else v.version = $2 end`,
      [ids, version],
    );
    return reveal(InstrumentVersion, rows);
  }

  /** As the actor may see them; null for one that nobody can be asked yet, to whom only what is asked matters. */
  private async views(rows: readonly Stored[], asked: boolean): Promise<(InstrumentDto | null)[]> {
    const reader = actor().clientId === null ? 'care' : 'self';
    const chosen = reader === 'care' && rows.length > 0 ? await this.rules.current() : null;
    const views: (InstrumentDto | null)[] = [];
    for (const row of rows) {
      const given = await this.askedOf(row);
      const shown = asked || reader === 'self' ? given : row;
      const measure = shown && measureOf(shown);
      const rule = (measure?.facts && chosen?.get(measure.facts.code)) ?? null;
      views.push(measure && formView({ shown: measure, askedVersion: given?.version ?? null }, rule, reader));
    }
    return views;
  }

  private async edition(shown: FormMeasure): Promise<Edition> {
    const earlier = shown.facts === null ? await this.lastMapped(shown.id, shown.version) : shown;
    return { shown, askedVersion: earlier?.version ?? null };
  }
}

/** Until this transaction ends nobody else of the clinic numbers a version of this. */
const claim = async (name: string): Promise<void> =>
  void (await sql('instrument claim', 'select pg_advisory_xact_lock(hashtextextended($1, 28))', [
    `${actor().clinicId} ${name}`,
  ]));

const digest = (text: string): Buffer => createHash('sha256').update(text, 'utf8').digest();

function trackerMeasure(tracker: (typeof TRACKERS)[number]): TrackerMeasure {
  const { id, version, title } = tracker;
  return { kind: 'tracker', id, version, title, tracker };
}

function measureOf(row: Pick<Stored, 'instrument_id' | 'version' | 'form' | 'hash'>): FormMeasure {
  const { instrument_id: id, version, form, hash } = row;
  const facts = factsOf(form.scoring?.code ?? null) ?? null;
  return { kind: 'form', id, version, title: form.title, form, facts, hash: hash.toString('hex') };
}

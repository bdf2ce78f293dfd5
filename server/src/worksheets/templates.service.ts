import { Injectable } from '@nestjs/common';
import { differences } from '../library/worksheet-diff.rules.js';
import { floorOf, loosenedIn, unsafeIn } from '../library/worksheet-care.rules.js';
import { lint } from '../library/worksheet-lint.rules.js';
import { faultsOf } from '../library/worksheet-shape.rules.js';
import { now } from '../platform/clock.js';
import { insertRow, repo, saveVersion, sql } from '../platform/database.js';
import { Forbidden, Invalid, NotFound, Refused, RuleBroken } from '../platform/errors.js';
import { newId } from '../platform/ids.js';
import type { Page } from '../platform/paging.js';
import { actor } from '../platform/scope.js';
import {
  DifferenceDto,
  FindingDto,
  type NewWorksheet,
  type PublishInput,
  type WorksheetInput,
} from './templates.dto.js';
import { WorksheetTemplate, WorksheetVersion, type TemplateContent } from './templates.entity.js';
import { BLANK, definitionOf, written } from './templates.rules.js';
import { worksheetsOf } from './worksheet.versions.js';
import type { WorksheetDto } from './worksheets.dto.js';
import { MOST_TEMPLATES, WorksheetsService } from './worksheets.service.js';

/** The maker's side: a template is written at for as long as one likes; what was published of it stays as it was. */
@Injectable()
export class TemplatesService {
  constructor(private readonly worksheets: WorksheetsService) {}

  /** Throws `NotFound` for a source that is not the actor's to see, `RuleBroken('too_many_worksheets')`. */
  async make(input: NewWorksheet): Promise<WorksheetDto> {
    const [count] = await sql<{ n: number }>(
      'worksheet templates',
      `select count(*)::int as n from worksheet_template where owner_id = $1 and status <> 'retired'`,
      [actor().id],
    );
    if (count!.n >= MOST_TEMPLATES)
      throw new RuleBroken('too_many_worksheets', `There are ${MOST_TEMPLATES} already. Retire one that is not used.`);
    const { definition, floor } = input.copyOf ? await this.source(input.copyOf) : { definition: BLANK, floor: null };
    if (!input.copyOf && !input.title?.trim())
      throw new Invalid([{ path: 'title', code: 'required', message: 'Give it a name.' }]);
    const title = input.title ?? `${definition.title} (copy)`.slice(0, 120);
    const content = { definition: written(definition, { ...input, title }, newKey), floor };
    mustBeKept(content);
    const [id, at] = [newId(), now()];
    await insertRow(WorksheetTemplate, {
      ...{ id, ownerId: actor().id, key: `own-${id.slice(-12)}`, copiedFrom: input.copyOf ?? null },
      ...{ shared: input.shared ?? false, status: 'draft' as const, content, published: 0, versionId: null },
      ...{ changed: true, createdAt: at, updatedAt: at, version: 1 },
    });
    return this.worksheets.one(id);
  }

  /** A copy of one's own is as free as that was; of anything else, it shows no more than that did. */
  private async source(id: string): Promise<TemplateContent> {
    const template = await repo(WorksheetTemplate).findOneBy({ id });
    if (template?.ownerId === actor().id) return template.content;
    const definition = definitionOf((await this.worksheets.read(id)).worksheet);
    return { definition, floor: floorOf(definition) };
  }

  async save(id: string, input: WorksheetInput, version: number): Promise<WorksheetDto> {
    const template = await this.own(id);
    const content = { ...template.content, definition: written(template.content.definition, input, newKey) };
    mustBeKept(content);
    const shared = input.shared ?? template.shared;
    await saveVersion(WorksheetTemplate, template, { content, shared, changed: true, updatedAt: now() }, version);
    return this.worksheets.one(id);
  }

  /**
   * Makes a version that nobody can change. Throws `Refused('worksheet_problems')`, `RuleBroken('hints_unconfirmed')`
   * while there are hints that nobody said yes to.
   */
  async publish(id: string, { confirmed }: PublishInput, version: number): Promise<WorksheetDto> {
    const template = await this.own(id);
    if (!template.changed) throw new RuleBroken('nothing_changed', 'This is what was published last.');
    mustBeKept(template.content);
    const findings = lint(template.content.definition);
    const problems = findings.filter(({ severity }) => severity === 'problem');
    if (problems.length > 0)
      throw new Refused('worksheet_problems', 'Some of it cannot go out like this.', problems.map(plain));
    if (findings.length > 0 && !confirmed)
      throw new RuleBroken('hints_unconfirmed', 'There are hints. Read them, then publish all the same or change it.');
    const [versionId, number, at] = [newId(), template.published + 1, now()];
    const patch = { status: 'published' as const, published: number, versionId, changed: false, updatedAt: at };
    await saveVersion(WorksheetTemplate, template, patch, version);
    await insertRow(WorksheetVersion, {
      ...{ id: versionId, templateId: id, number, content: { key: template.key, ...template.content } },
      ...{ publishedBy: actor().id, publishedAt: at },
    });
    return this.worksheets.one(id);
  }

  /** No longer offered, given or written at. What was given of it goes on. */
  async retire(id: string, version: number): Promise<WorksheetDto> {
    const template = await this.own(id);
    await saveVersion(WorksheetTemplate, template, { status: 'retired', updatedAt: now() }, version);
    return this.worksheets.one(id);
  }

  async lint(id: string): Promise<Page<FindingDto>> {
    const { worksheet } = await this.worksheets.read(id);
    return { items: lint(definitionOf(worksheet)).map((finding) => FindingDto.of(finding)), next: null };
  }

  /** The draft against what was published last: for its owner, who alone reads the draft. */
  async diff(id: string): Promise<Page<DifferenceDto>> {
    const { versionId, content } = await this.mine(id);
    const before = versionId === null ? null : ((await worksheetsOf([versionId])).get(versionId) ?? null);
    const found = differences(before && definitionOf(before), content.definition);
    return { items: found.map((difference) => DifferenceDto.of(difference)), next: null };
  }

  /** Throws `NotFound`, `Forbidden` for a colleague's. */
  private async mine(id: string): Promise<WorksheetTemplate> {
    const template = await repo(WorksheetTemplate).findOneBy({ id });
    if (!template) {
      // Built in, or a version: it can be read, and nobody writes at it.
      await this.worksheets.read(id);
      throw new Forbidden('not_yours', 'Make a copy of it and change that.');
    }
    if (template.ownerId !== actor().id) {
      if (template.versionId === null) throw new NotFound('worksheet');
      throw new Forbidden('not_yours', 'Make a copy of it and change that.');
    }
    return template;
  }

  private async own(id: string): Promise<WorksheetTemplate> {
    const template = await this.mine(id);
    if (template.status === 'retired') throw new RuleBroken('retired', 'It is retired. Make a copy of it instead.');
    return template;
  }
}

const newKey = (): string => `q-${newId().slice(-8)}`;

const plain = ({ path, code, message }: { path: string; code: string; message: string }) => ({ path, code, message });

/** What is kept is whole, asks nothing unsafe and shows no more than what it was copied from. */
function mustBeKept({ definition, floor }: TemplateContent): void {
  const faults = faultsOf(definition);
  if (faults.length > 0) throw new Invalid(faults);
  const unsafe = unsafeIn(definition);
  if (unsafe.length > 0) throw new Refused('unsafe_worksheet', unsafe[0]!.message, unsafe);
  const loosened = floor ? loosenedIn(definition, floor) : [];
  if (loosened.length > 0) throw new Refused('loosened', loosened[0]!.message, loosened);
}

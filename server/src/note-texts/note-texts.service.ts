import { Injectable } from '@nestjs/common';
import { staffNames } from '../clients/people-names.js';
import { sectionsOf } from '../notes/note-formats.js';
import { now } from '../platform/clock.js';
import { insertRow, repo, saveVersion } from '../platform/database.js';
import { Forbidden, Invalid, NotFound, RuleBroken } from '../platform/errors.js';
import { newId } from '../platform/ids.js';
import type { Page } from '../platform/paging.js';
import { actor } from '../platform/scope.js';
import { NoteText } from './note-text.entity.js';
import type { NewNoteText, NoteTextDto, NoteTextInput } from './note-texts.dto.js';
import { faultsOfText, MOST_NOTE_TEXTS, type NoteTextKind } from './note-texts.rules.js';

/** At most this many are read, one's own and what colleagues shared. */
const MOST_READ = 500;

@Injectable()
export class NoteTextsService {
  /** One's own and what colleagues shared, by name. */
  async list(): Promise<Page<NoteTextDto>> {
    const texts = await repo(NoteText).find({
      where: { removed: false },
      order: { createdAt: 'ASC' },
      take: MOST_READ,
    });
    const names = await staffNames(texts.map(({ ownerId }) => ownerId));
    const items = texts.map((text) => dtoOf(text, names.get(text.ownerId) ?? ''));
    return { items: items.sort((a, b) => a.name.localeCompare(b.name)), next: null };
  }

  /** Throws `Invalid`, `RuleBroken('too_many_texts')`. */
  async make({ kind, ...given }: NewNoteText): Promise<NoteTextDto> {
    const own = await this.mine(kind);
    if (own.length >= MOST_NOTE_TEXTS)
      throw new RuleBroken('too_many_texts', `There are ${MOST_NOTE_TEXTS} already. Remove one that is not used.`);
    const at = now();
    const text = {
      ...{ id: newId(), ownerId: actor().id, kind, shared: given.shared, removed: false },
      ...{ content: contentOf(kind, given, own), createdAt: at, updatedAt: at, version: 1 },
    };
    await insertRow(NoteText, text);
    return this.told(text);
  }

  /** Throws `NotFound`, `Forbidden` for a colleague's, `Invalid`, `Stale`. */
  async save(id: string, given: NoteTextInput, version: number): Promise<NoteTextDto> {
    const text = await this.own(id);
    const others = (await this.mine(text.kind)).filter((one) => one.id !== id);
    const content = contentOf(text.kind, given, others);
    return this.told(await saveVersion(NoteText, text, { content, shared: given.shared, updatedAt: now() }, version));
  }

  /** It is offered no more; notes that began from it keep their words. */
  async remove(id: string): Promise<void> {
    const text = await this.own(id);
    await saveVersion(NoteText, text, { removed: true, shared: false, updatedAt: now() }, text.version);
  }

  private mine(kind: NoteTextKind): Promise<NoteText[]> {
    return repo(NoteText).find({ where: { ownerId: actor().id, kind, removed: false } });
  }

  private async own(id: string): Promise<NoteText> {
    const text = await repo(NoteText).findOneBy({ id, removed: false });
    if (!text) throw new NotFound('note text');
    if (text.ownerId !== actor().id) throw new Forbidden();
    return text;
  }

  private async told(text: NoteText): Promise<NoteTextDto> {
    return dtoOf(text, (await staffNames([text.ownerId])).get(text.ownerId) ?? '');
  }
}

function contentOf(kind: NoteTextKind, given: NoteTextInput, others: readonly NoteText[]): NoteText['content'] {
  const content = { name: given.name.trim(), format: given.format, sections: sectionsOf(given.format, given.sections) };
  const taken = others.map((one) => one.content.name);
  const faults = faultsOfText({ kind, ...content, shared: given.shared }, taken);
  if (content.name === '') faults.push({ path: 'name', code: 'required', message: 'Give it a name.' });
  if (faults.length > 0) throw new Invalid(faults);
  return content;
}

const dtoOf = ({ id, version, kind, shared, ownerId, content }: NoteText, ownerName: string): NoteTextDto => ({
  ...{ id, version, kind, shared, isMine: ownerId === actor().id, ownerName },
  ...{ name: content.name, format: content.format, sections: content.sections },
});

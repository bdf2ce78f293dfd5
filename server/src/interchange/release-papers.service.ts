import { Injectable } from '@nestjs/common';
import { ClientsService } from '../clients/clients.service.js';
import { RecordNotesService } from '../notes/record-notes.service.js';
import type { Piece } from '../paper/paper.definition.js';
import { printed } from '../paper/paper.js';
import type { WordToJointPlan } from '../plans/plan.content.js';
import { RecordPlansService } from '../plans/record-plans.service.js';
import type { SentFile } from '../platform/sent-file.js';
import type { RecordReleaseDto } from '../record-releases/record-releases.dto.js';
import { RecordReleasesService } from '../record-releases/record-releases.service.js';
import { RecordAnswersService } from '../scales/record-answers.service.js';
import { clinicZone } from './clinic-zone.js';
import { namesOnPaper, printedOn } from './named-on-paper.js';
import { nameOf, notesInTurn } from './note-papers.service.js';
import { PapersService } from './papers.service.js';
import { plansInTurn, wordsInTurn } from './plan-papers.service.js';
import { answersInTurn, listPieces, releaseFacts } from './release-pieces.rules.js';

/** What was drawn up for somebody who asked for records, to leave the house: each thing on the list, and nothing else. */
@Injectable()
export class ReleasePapersService {
  constructor(
    private readonly releases: RecordReleasesService,
    private readonly clients: ClientsService,
    private readonly notes: RecordNotesService,
    private readonly plans: RecordPlansService,
    private readonly sheets: PapersService,
    private readonly answers: RecordAnswersService,
  ) {}

  /** Throws `NotFound`, or `RuleBroken` while a signature is missing or the list is no longer what can go. */
  async of(id: string): Promise<SentFile> {
    const release = await this.releases.forPaper(id);
    const { clientId, coupleId, items, scope } = release;
    const zone = await clinicZone();
    const asker = await namesOnPaper(this.clients, { clientId, coupleId: null });
    const record = await namesOnPaper(this.clients, { clientId: coupleId ? null : clientId, coupleId });
    const paper = {
      title: scope === 'own' ? `Own record of ${asker.short}` : `Joint record of ${record.short}`,
      facts: [record.who, ...releaseFacts(release, asker.who, zone), printedOn(zone)],
      foot: `${record.short} · ${scope === 'own' ? 'Own record' : 'Joint record'}`,
      pieces: [...listPieces(items, zone, coupleId ? 'Both' : asker.short), ...(await this.pieces(release, zone))],
    };
    const whose = coupleId ? { clientId: null, coupleId } : { clientId, coupleId: null };
    const rows = items.length > 0 ? { items: items.map((item) => ({ id: item.id, ...whose })) } : {};
    return { id, ...whose, ...rows, name: 'release.pdf', bytes: await printed(paper, zone) };
  }

  /** With the numbers that stand on the list: whoever prints it may read less than whoever drew it up. */
  private async wordsOf(items: RecordReleaseDto['items']): Promise<WordToJointPlan[]> {
    const listed = new Map(
      items.flatMap(({ kind, id, planNumber }) => (kind === 'plan_answer' ? [[id, planNumber]] : [])),
    );
    const words = await this.plans.words([...listed.keys()]);
    return words.map((word) => ({ ...word, planNumber: listed.get(word.id) ?? null }));
  }

  /** By kind and, within each, in the order in which it took place; as all of it was when the list was drawn up. */
  private async pieces({ items, drawnAt }: RecordReleaseDto, zone: string): Promise<Piece[]> {
    const of = (kind: RecordReleaseDto['items'][number]['kind']): string[] =>
      items.filter((item) => item.kind === kind).map(({ id }) => id);
    const at = new Date(drawnAt);
    const notes = await this.notes.released(items.filter(({ kind }) => kind === 'note'));
    return [
      ...(await plansInTurn(await this.plans.asOf(of('plan'), at), zone)),
      ...wordsInTurn(await this.wordsOf(items)),
      ...notesInTurn(notes, zone, await nameOf(notes)),
      ...(await this.sheets.released(of('sheet'), at, zone)),
      ...answersInTurn(await this.answers.byIds(of('scale'))),
    ];
  }
}

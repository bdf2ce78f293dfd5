import { Component, computed, inject, input, output, signal, viewChild } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ClientScoresDto, ImportedResponseDto, InstrumentDto, PointDto } from '../../../../../api/types.gen';
import { Api, query } from '../../../../core/api';
import { Login } from '../../../../core/login';
import { ProblemNotice } from '../../../../core/problem/problem-notice';
import { type Problem, problemOf } from '../../../../core/problems';
import { dated } from '../../../../kit/clock';
import { Dialog } from '../../../../kit/dialog/dialog';
import { FhirFile } from '../../../../kit/fhir-file/fhir-file';
import { Select } from '../../../../kit/select/select';
import { Toasts } from '../../../../kit/toast/toasts';
import { RiskNews } from '../../../risk/risk-news';
import { saveFile } from './save-file';

const SOURCE_WORDS: Readonly<Record<NonNullable<PointDto['source']>, string>> = {
  self: $localize`Answered by the client`,
  in_session: $localize`Entered by staff in session`,
  file: $localize`From another system`,
};

/** Every set of answers of one person in the time shown: how it came, taken out as FHIR one by one, and the way in for answers from elsewhere. */
@Component({
  selector: 'kept-scale-answers',
  imports: [Dialog, FhirFile, ProblemNotice, RouterLink, Select],
  templateUrl: './scale-answers.html',
})
export class ScaleAnswers {
  readonly clientId = input.required<string>();
  readonly scores = input.required<ClientScoresDto | undefined>();
  readonly instruments = input.required<readonly InstrumentDto[]>();
  /** Answers came in, of this day. */
  readonly changed = output<string>();

  private readonly api = inject(Api);
  private readonly news = inject(RiskNews);
  private readonly toasts = inject(Toasts);
  private readonly dialog = viewChild.required(Dialog);
  private readonly login = inject(Login);
  protected readonly mayAnswer = computed(() => this.login.can('scales:answer'));
  protected readonly mayBring = computed(() => this.login.can('scales:import'));
  protected readonly mayTakeOut = computed(() => this.login.can('scales:export'));

  protected readonly answers = computed(() =>
    (this.scores()?.instruments ?? [])
      .flatMap(({ title, points }) =>
        points.map((point) => ({ point, title, on: dated(point.answeredOn, 'long'), source: sourceWords(point) })),
      )
      .toSorted((a, b) => b.point.answeredAt.localeCompare(a.point.answeredAt)),
  );
  protected readonly all = signal(false);
  protected readonly shown = computed(() => (this.all() ? this.answers() : this.answers().slice(0, 5)));
  protected readonly forms = computed(() =>
    this.instruments()
      .filter(({ origin }) => origin === 'imported')
      .map(({ id, title }) => ({ key: id, label: title })),
  );
  protected readonly form = signal('');
  protected readonly sending = signal(false);
  protected readonly refused = signal<Problem | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly taken = signal<ImportedResponseDto | null>(null);

  protected openBring(): void {
    this.refused.set(null);
    this.problem.set(null);
    this.taken.set(null);
    this.dialog().open();
  }

  protected close(): void {
    this.dialog().close();
  }

  protected async bring({ text }: { text: string }): Promise<void> {
    if (this.sending()) return;
    this.sending.set(true);
    this.refused.set(null);
    this.problem.set(null);
    try {
      const path = `/scale-responses/import${query({ clientId: this.clientId(), instrumentId: this.form() })}`;
      const taken = await this.api.post<ImportedResponseDto>(path, text, { contentType: 'application/fhir+json' });
      this.taken.set(taken);
      if (taken.danger) this.news.tell();
      this.changed.emit(taken.answeredOn);
    } catch (thrown) {
      const problem = problemOf(thrown);
      (problem.status === 422 ? this.refused : this.problem).set(problem);
    } finally {
      this.sending.set(false);
    }
  }

  protected async takeOut({ id, answeredOn }: PointDto): Promise<void> {
    try {
      const bundle = await this.api.get<object>(`/scale-responses/${id}/fhir`);
      saveFile(`answers-${answeredOn}.json`, JSON.stringify(bundle, null, 2), 'application/fhir+json');
    } catch (thrown) {
      const { failed, next } = problemOf(thrown).words;
      this.toasts.fail(`${failed} ${next}`);
    }
  }
}

function sourceWords({ source, score: { answered, of } }: PointDto): string {
  const count = $localize`${answered}:answered: of ${of}:all: answered`;
  return source === null ? count : `${count} · ${SOURCE_WORDS[source]}`;
}

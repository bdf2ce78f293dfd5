import { inject, Service } from '@angular/core';
import type { AssignmentDto, ResponseDto } from '../../../api/types.gen';
import { Api, query } from '../../core/api';
import type { Page } from '../../core/pages/pages';
import { wordsIn } from './coach-text.rules';

/** The worksheet about how it came about. It is its author's and the therapist's. */
const WHY = 'motivations';
const FEW = 5;

/** One's own words about why, fetched for one's own device: what is compared with them is compared here and told nobody. */
@Service()
export class OwnWhy {
  private readonly api = inject(Api);

  /** None without a connection: then nothing is said about them. */
  async texts(): Promise<string[]> {
    try {
      const written = await this.written();
      const sheets = await Promise.all(
        written.map(({ id }) => this.api.get<ResponseDto>(`/assignments/${id}/response`)),
      );
      return sheets.flatMap(({ answers }) => wordsIn(answers));
    } catch {
      return [];
    }
  }

  /** The newest few, however far back they lie. */
  private async written(): Promise<AssignmentDto[]> {
    const written: AssignmentDto[] = [];
    for (let cursor: string | null | undefined; cursor !== null && written.length < FEW;) {
      const path = '/assignments' + query({ status: 'begun', limit: 100, cursor });
      const page: Page<AssignmentDto> = await this.api.get(path);
      written.push(...page.items.filter(({ worksheetKey }) => worksheetKey === WHY));
      cursor = page.next;
    }
    return written.slice(0, FEW);
  }
}

import { inject, Service } from '@angular/core';
import type { AssignmentDto, ResponseDto } from '../../../api/types.gen';
import { Api } from '../../core/api';
import { wordsIn } from './coach-text.rules';

/** The worksheet about how it came about. It is its author's and the therapist's. */
const WHY = 'motivations';

/** One's own words about why, fetched for one's own device: what is compared with them is compared here and told nobody. */
@Service()
export class OwnWhy {
  private readonly api = inject(Api);

  /** None without a connection: then nothing is said about them. */
  async texts(): Promise<string[]> {
    try {
      const { items } = await this.api.get<{ items: AssignmentDto[] }>('/assignments?limit=100');
      const written = items.filter(({ worksheetKey, status }) => worksheetKey === WHY && status !== 'assigned');
      const sheets = await Promise.all(
        written.slice(0, 5).map(({ id }) => this.api.get<ResponseDto>(`/assignments/${id}/response`)),
      );
      return sheets.flatMap(({ answers }) => wordsIn(answers));
    } catch {
      return [];
    }
  }
}

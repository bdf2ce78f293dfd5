import { RiskAlertsService } from '../../risk/risk-alerts.service.js';
import type { Person, Storyteller } from './storyteller.js';

/** One alert that was taken care of a month ago, and one of last night that nobody has taken yet. */
export async function tellRisk(
  story: Storyteller,
  { therapist, earlier, now }: { therapist: Person; earlier: string; now: string },
): Promise<void> {
  const alerts = story.service(RiskAlertsService);
  const { id } = await story.tell(therapist, story.day(-31, '16:40'), () =>
    alerts.raise(earlier, {
      danger: 'soon',
      note: 'Said at the door that sleep will not come and it all feels pointless.',
    }),
  );
  await story.tell(therapist, story.day(-31, '18:05'), () =>
    alerts.acknowledge(id, {
      outcome: 'plan_reviewed',
      note: 'Called back. Sister stays the night; we read the plan aloud.',
    }),
  );
  await story.tell(therapist, story.lately(2), () =>
    alerts.raise(now, { danger: 'unclear', note: 'Left a message at night: flat voice, thanked me for everything.' }),
  );
}

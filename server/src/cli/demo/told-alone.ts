import { SecretsPoliciesService } from '../../secrets-policies/secrets-policies.service.js';
import type { Person, Storyteller } from './storyteller.js';

interface Couple {
  therapist: Person;
  maya: Person;
  tom: Person;
  coupleId: string;
}

/** What two people agreed about things told alone: she signed on her phone, he on paper in the session after. */
export async function tellToldAlone(story: Storyteller, { therapist, maya, tom, coupleId }: Couple): Promise<void> {
  const policies = story.service(SecretsPoliciesService);
  const { id } = await story.tell(therapist, story.day(-84, '11:05'), () =>
    policies.set(coupleId, { choice: 'limited' }),
  );
  await story.tell(maya, story.day(-83, '20:15'), () => policies.sign(id));
  const paper = { clientId: tom.clientId ?? '', signedOn: story.date(-77) };
  await story.tell(therapist, story.day(-77, '11:00'), () => policies.record(id, paper));
}

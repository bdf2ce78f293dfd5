import { Module } from '@nestjs/common';
import { ClinicsModule } from '../clinics/clinics.module.js';
import { CouplesModule } from '../couples/couples.module.js';
import { PlansModule } from '../plans/plans.module.js';
import { SafetyModule } from '../safety/safety.module.js';
import { ScalesModule } from '../scales/scales.module.js';
import { BriefController } from './brief.controller.js';
import { BriefService } from './brief.service.js';

/**
 * The *brief*: what one wants to know before a session, on one screen. Before a joint one: A, us, B.
 *
 * Invariants: one read, under the policies of whoever asks; every line names the row it is told from; a line says whether
 * it may be said *aloud*, while everybody of the session is in the room; before a session with one person there is
 * nothing of both and nothing of a partner. A score, an alert, an own mark are never aloud before two.
 */
@Module({
  imports: [ClinicsModule, CouplesModule, PlansModule, SafetyModule, ScalesModule],
  controllers: [BriefController],
  providers: [BriefService],
})
export class BriefModule {}

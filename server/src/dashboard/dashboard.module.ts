import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/auth.module.js';
import { ClientsModule } from '../clients/clients.module.js';
import { QuestionnairesModule } from '../questionnaires/questionnaires.module.js';
import { RiskModule } from '../risk/risk.module.js';
import { ScalesModule } from '../scales/scales.module.js';
import { WorksheetsModule } from '../worksheets/worksheets.module.js';
import { CaseloadService } from './caseload.service.js';
import { CaseloadsService } from './caseloads.service.js';
import { DashboardController } from './dashboard.controller.js';
import { HomeService } from './home.service.js';
import { StandingsService } from './standings.service.js';
import { TimelineService } from './timeline.service.js';
import { TodayService } from './today.service.js';

/**
 * The work lists: what a therapist's day holds (*Today*), what happened with a person (*timeline*), where a person in
 * care begins (*home*), how much each therapist carries (*board*), who is in somebody's care, in which order (*caseload*), and
 * where each of them stands (*standing*).
 *
 * Invariants: reads views and other features, and writes nothing; a view runs under the policies of whoever asks; no list line holds
 * a word of what was said, written or answered; home says nothing of a partner, counts nothing and calls nothing late.
 */
@Module({
  imports: [AuthModule, ClientsModule, QuestionnairesModule, RiskModule, ScalesModule, WorksheetsModule],
  controllers: [DashboardController],
  providers: [TodayService, TimelineService, HomeService, CaseloadService, CaseloadsService, StandingsService],
  exports: [TimelineService],
})
export class DashboardModule {}

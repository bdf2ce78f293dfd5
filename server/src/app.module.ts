import { Module, type DynamicModule } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { LoggerModule } from 'nestjs-pino';
import { AgreementsModule } from './agreements/agreements.module.js';
import { AssignmentsModule } from './assignments/assignments.module.js';
import { AuditModule } from './audit/audit.module.js';
import { AuthModule } from './auth/auth.module.js';
import { BoundariesModule } from './boundaries/boundaries.module.js';
import { BriefModule } from './brief/brief.module.js';
import { CalendarFeedModule } from './calendar-feed/calendar-feed.module.js';
import { ClientsModule } from './clients/clients.module.js';
import { CouplesModule } from './couples/couples.module.js';
import { ClinicsModule } from './clinics/clinics.module.js';
import { CoachModule } from './coach/coach.module.js';
import { ConsistencyModule } from './consistency/consistency.module.js';
import { DashboardModule } from './dashboard/dashboard.module.js';
import { JournalModule } from './journal/journal.module.js';
import { InterchangeModule } from './interchange/interchange.module.js';
import { ListeningModule } from './listening/listening.module.js';
import { NoteTextsModule } from './note-texts/note-texts.module.js';
import { NotesModule } from './notes/notes.module.js';
import { OutcomesReportModule } from './outcomes/outcomes-report.module.js';
import type { Config } from './platform/config.js';
import { databaseOptions } from './platform/database.js';
import { loggerOptions } from './platform/logger.js';
import { PlansModule } from './plans/plans.module.js';
import { PlatformModule } from './platform/platform.module.js';
import { PromisesModule } from './promises/promises.module.js';
import { QuestionnairesModule } from './questionnaires/questionnaires.module.js';
import { QuestionsModule } from './questions/questions.module.js';
import { RecordReleasesModule } from './record-releases/record-releases.module.js';
import { ReleasesModule } from './releases/releases.module.js';
import { RiskModule } from './risk/risk.module.js';
import { SafetyModule } from './safety/safety.module.js';
import { ScalesModule } from './scales/scales.module.js';
import { ScreeningsModule } from './screenings/screenings.module.js';
import { SetbacksModule } from './setbacks/setbacks.module.js';
import { SecretsPoliciesModule } from './secrets-policies/secrets-policies.module.js';
import { SessionsModule } from './sessions/sessions.module.js';
import { TransfersModule } from './transfers/transfers.module.js';
import { WorksheetsModule } from './worksheets/worksheets.module.js';

/** The whole house: one line for each feature, in the order of knowing. */
@Module({})
export class AppModule {
  static forRoot(config: Config, offline = false): DynamicModule {
    return {
      module: AppModule,
      imports: [
        LoggerModule.forRoot(loggerOptions(config)),
        TypeOrmModule.forRoot({
          ...databaseOptions(config),
          autoLoadEntities: true,
          retryAttempts: 1,
          manualInitialization: offline,
        }),
        PlatformModule,
        AuthModule,
        ClinicsModule,
        ClientsModule,
        CouplesModule,
        SafetyModule,
        RiskModule,
        SecretsPoliciesModule,
        SessionsModule,
        CalendarFeedModule,
        PlansModule,
        NotesModule,
        NoteTextsModule,
        WorksheetsModule,
        AssignmentsModule,
        ReleasesModule,
        SetbacksModule,
        CoachModule,
        QuestionnairesModule,
        ScalesModule,
        ScreeningsModule,
        BoundariesModule,
        PromisesModule,
        AgreementsModule,
        ConsistencyModule,
        ListeningModule,
        QuestionsModule,
        JournalModule,
        BriefModule,
        DashboardModule,
        OutcomesReportModule,
        RecordReleasesModule,
        TransfersModule,
        InterchangeModule,
        AuditModule,
      ],
    };
  }
}

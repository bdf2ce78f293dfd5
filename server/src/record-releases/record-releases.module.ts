/**
 * "If Maya asks for her records": exactly what would go, what stays and why, and who has to sign. An *authorisation* is one
 * person's signature on paper for one record, with its last day; a *record release* is the list that was drawn up when
 * everybody had signed; its file is a paper. (What partners let each other read lies in releases/.)
 *
 * Invariants: a record of one needs her signature, the joint record both · the list is the preview, item for item, and never
 * grows · it leaves only while those signatures count and nothing on it was taken back · a plan of two is joint, what either
 * said to it is that one's own · no psychotherapy note is in it, nor a draft, nor anything of the partner's own · all of this
 * is for staff who treat or supervise: the front desk reads none of it, and a partner learns nothing of the other's request
 * here.
 */
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ClinicsModule } from '../clinics/clinics.module.js';
import { QuestionnairesModule } from '../questionnaires/questionnaires.module.js';
import { RecordReleasesController } from './record-releases.controller.js';
import { RecordAuthorisation, RecordRelease } from './record-releases.entity.js';
import { RecordReleasesService } from './record-releases.service.js';
import { ReleaseItemsService } from './release-items.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([RecordAuthorisation, RecordRelease]), ClinicsModule, QuestionnairesModule],
  controllers: [RecordReleasesController],
  providers: [RecordReleasesService, ReleaseItemsService],
  exports: [RecordReleasesService],
})
export class RecordReleasesModule {}

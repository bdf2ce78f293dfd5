/**
 * Worksheets: what is asked, of whom, and who may read the answers. The built-in ones are code (`library/`), their ids
 * made from key and version, so an old version must stay for as long as rows point at it. A *template* is one that staff
 * make; publishing it makes a *version*, which nobody can change and which an assignment points at. Whoever names a
 * template gets its newest version. A version is opened once for many requests, so a row that somebody was given to read
 * may ask for it without a question to the database; an id that comes from outside never may (`toGive`, `read`).
 */
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { WorksheetTemplate, WorksheetVersion } from './templates.entity.js';
import { TemplatesService } from './templates.service.js';
import { WorksheetsController } from './worksheets.controller.js';
import { WorksheetsService } from './worksheets.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([WorksheetTemplate, WorksheetVersion])],
  controllers: [WorksheetsController],
  providers: [WorksheetsService, TemplatesService],
  exports: [WorksheetsService],
})
export class WorksheetsModule {}

import { Body, Controller, Get, Post, Put, Query } from '@nestjs/common';
import type { Page } from '../platform/paging.js';
import { Can, Creates, Id, IfMatch, Returns, ReturnsPage } from '../platform/route.js';
import { actor } from '../platform/scope.js';
import {
  AssignmentDetailDto,
  AssignmentDto,
  AssignmentQuery,
  NewAssignment,
  NewAssignmentsDto,
} from './assignments.dto.js';
import { AssignmentsService } from './assignments.service.js';
import {
  ResponseDto,
  ResponseInput,
  ReviewInput,
  Sending,
  SubmissionDto,
  TherapistPartDto,
  TherapistPartInput,
} from './responses.dto.js';
import { ResponsesService } from './responses.service.js';
import { SubmissionsService } from './submissions.service.js';
import { TherapistPartService } from './therapist-part.service.js';

@Controller('assignments')
export class AssignmentsController {
  constructor(
    private readonly assignments: AssignmentsService,
    private readonly responses: ResponsesService,
    private readonly submissions: SubmissionsService,
    private readonly therapists: TherapistPartService,
  ) {}

  @Post()
  @Can('assignments:assign')
  @Creates(NewAssignmentsDto)
  assign(@Body() body: NewAssignment): Promise<NewAssignmentsDto> {
    return this.assignments.assign(body);
  }

  @Get()
  @Can('assignments:read')
  @ReturnsPage(AssignmentDto)
  list(@Query() query: AssignmentQuery): Promise<Page<AssignmentDto>> {
    return this.assignments.list(query);
  }

  @Get(':id')
  @Can('assignments:read')
  @Returns(AssignmentDetailDto)
  one(@Id() id: string): Promise<AssignmentDetailDto> {
    return this.assignments.one(id);
  }

  /** Its author reads the draft; staff read the newest draft that was sent. */
  @Get(':id/response')
  @Can('assignments:read')
  @Returns(ResponseDto)
  response(@Id() id: string): Promise<ResponseDto> {
    return actor().clientId === null ? this.submissions.latest(id) : this.responses.draft(id);
  }

  @Put(':id/response')
  @Can('assignments:answer')
  @Returns(ResponseDto)
  save(@Id() id: string, @Body() body: ResponseInput, @IfMatch() version: number): Promise<ResponseDto> {
    return this.responses.save(id, body, version);
  }

  /** The drafts that were sent, newest first, with the therapist's comments. */
  @Get(':id/submissions')
  @Can('assignments:read')
  @ReturnsPage(SubmissionDto)
  async sent(@Id() id: string): Promise<Page<SubmissionDto>> {
    return { items: await this.submissions.list(id), next: null };
  }

  @Post(':id/submit')
  @Can('assignments:answer')
  @Returns(AssignmentDetailDto)
  submit(@Id() id: string, @IfMatch() version: number, @Body() body: Sending): Promise<AssignmentDetailDto> {
    return this.responses.submit(id, version, body);
  }

  @Post(':id/recall')
  @Can('assignments:answer')
  @Returns(AssignmentDetailDto)
  recall(@Id() id: string): Promise<AssignmentDetailDto> {
    return this.responses.recall(id);
  }

  @Post(':id/review')
  @Can('assignments:review')
  @Returns(AssignmentDetailDto)
  review(@Id() id: string, @Body() body: ReviewInput, @IfMatch() version: number): Promise<AssignmentDetailDto> {
    return this.submissions.review(id, body, version);
  }

  /** The questions of the sheet that are the therapist's own, and what she put down. In no portal. */
  @Get(':id/therapist-part')
  @Can('therapist-part:read')
  @Returns(TherapistPartDto)
  therapistPart(@Id() id: string): Promise<TherapistPartDto> {
    return this.therapists.of(id);
  }

  @Put(':id/therapist-part')
  @Can('assignments:review')
  @Returns(TherapistPartDto)
  saveTherapistPart(
    @Id() id: string,
    @Body() body: TherapistPartInput,
    @IfMatch() version: number,
  ): Promise<TherapistPartDto> {
    return this.therapists.save(id, body, version);
  }

  @Post(':id/withdraw')
  @Can('assignments:assign')
  @Returns(AssignmentDetailDto)
  withdraw(@Id() id: string, @IfMatch() version: number): Promise<AssignmentDetailDto> {
    return this.assignments.withdraw(id, version);
  }
}

import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { ProblemDto } from './platform/problem.dto.js';

/** The OpenAPI document, made from the DTOs and controllers. */
export function contract(app: NestFastifyApplication): OpenAPIObject {
  const config = new DocumentBuilder().setTitle('Kept').setVersion('1').addCookieAuth('kept').build();
  return SwaggerModule.createDocument(app, config, {
    extraModels: [ProblemDto],
    operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '')}_${method}`,
  });
}

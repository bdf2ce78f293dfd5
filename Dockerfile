# One image for the API, the worker and the migrations: they differ in the command only.

FROM node:22-bookworm-slim AS build
WORKDIR /kept
COPY package.json package-lock.json .npmrc ./
COPY server/package.json server/
COPY client/package.json client/
RUN npm ci
COPY tsconfig.base.json ./
COPY scripts scripts
COPY migrations migrations
COPY server server
COPY client client
RUN npm run build

# What the server needs when it runs: no compiler, no browser code, no embedded Postgres.
FROM node:22-bookworm-slim AS packages
WORKDIR /kept
COPY package.json package-lock.json .npmrc ./
COPY server/package.json server/
COPY client/package.json client/
RUN npm ci --omit=dev --workspace server

FROM node:22-bookworm-slim
ENV NODE_ENV=production NODE_OPTIONS=--max-semi-space-size=8 HOST=0.0.0.0 PORT=3000 KEPT_DATA_DIR=/data
WORKDIR /kept
RUN mkdir /data && chown node:node /data
COPY package.json ./
COPY server/package.json server/
COPY --from=packages /kept/node_modules node_modules
COPY --from=build /kept/server/dist server/dist
COPY --from=build /kept/client/dist/browser client/dist/browser
# Owned by root, run by somebody else: the process cannot change its own code.
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/health/live`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "server/dist/server/src/main.js"]

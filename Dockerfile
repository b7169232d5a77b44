# The room in a container. The project brings its own Node; the image only needs one that can run npm.
FROM node:24-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
RUN npm run build

FROM node:24-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=4000 CONCORDANCE_DATA=/data
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev && npm cache clean --force
# The sources of the pages stay behind: without them the built ones are taken as they are.
COPY server server
COPY shared shared
COPY --from=build /app/dist dist
# The volume takes its owner from this directory.
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 4000
HEALTHCHECK --interval=30s --timeout=5s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:4000/api/welcome').then(r=>process.exit(r.ok?0:1),()=>process.exit(1))"]
# Not through npm: the process itself gets SIGTERM, and has ten seconds to store what was received.
CMD ["node_modules/.bin/node", "server/main.ts"]

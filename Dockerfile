# What the README's commands do, in a container.
FROM node:24-slim
WORKDIR /entente
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
RUN npm run build && mkdir data && chown node data
USER node
EXPOSE 4747
CMD ["npm", "start"]

ARG VERSION=3.20
FROM base:1 AS base
ENV A=1 B=$A
ENV B2=${A}b
ARG C=c
FROM base AS Child
WORKDIR sub/./dir
RUN --mount=type=cache,id=dfa-$A-$B-$B2-$C,target=cache pwd
ENV A=2
RUN --mount=type=cache,id=dfb-$A-$B2-$FROM_IMAGE,target=../up pwd
RUN --mount=type=cache,target=dfrel true
RUN --mount=type=cache,target=/dfx/b/../c/ --mount=TYPE=CACHE,dst=/dfx/d,ro,SHARING=LOCKED true
RUN --mount=type=cache,"id=dfwith blank",target=/a --mount="type=cache,target=/b,id=dfb" true
RUN --mount='type=cache,"id=dfcomma,inside",target=/c' --mount=type=cache,id=dfback\ slash,target=/d true
RUN --mount=type=cache,id='df1$A',target=/e --mount=type=cache,target=/f,id=df2\$A true
RUN --mount='type=cache,"id=df3a""b""",target=/g' --mount=type=cache,id="df4'$A'",target=/h true
RUN --mount=type=cache,target=/a,id=df5-${VERSION} true
ARG VERSION
ARG TARGETARCH
RUN --mount=type=cache,target=/a,id=df6-${VERSION}-$TARGETARCH-$TARGETOS true
ENV NAME=one.two.three EMPTY=
RUN --mount=type=cache,target=/a,id=df7${NAME%.*}-${NAME%%.*}-${NAME#*.}-${NAME##*.} true
RUN --mount=type=cache,target=/a,id=df8${NAME/./_}-${NAME//./_}-${EMPTY:-d}-${EMPTY-d}-${NO-d}-${NAME:+set} true
RUN --mount=type=cache,target=/a,id=df9${EMPTY}-\${NAME}-"a b"-$ true
RUN --mount=type=cache,\
id=dfz,\
target=/a --mount=\
type=ca\
che,target=/dfx/b,sharing=lo\
cked true
RUN --mount=type=cache,id=,target=/dfx/h --mount=type=cache,id=/dfx/c/,target=/i --mount=type=cache true

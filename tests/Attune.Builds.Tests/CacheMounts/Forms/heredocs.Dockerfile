FROM attune-test/busybox:1 AS heredocs
ARG UID=1234
ARG MODE=locked
RUN --mount=type=cache,target=/ID/heredoc <<EOF
: ID heredoc; cat /proc/self/mountinfo
EOF
RUN --mount=type=cache,target=/ID/script <<-'END'
	#!/bin/sh
	: ID script
	cat /proc/self/mountinfo
	END
RUN --mount=type=cache,id=fed-ID,target=/h/fed cat <<EOF && cat /proc/self/mountinfo
--mount=type=cache,target=/not/a/mount/ID
EOF
RUN --mount=type=cache,id=owner-ID,target=/h/owner,uid=$UID,gid=$UID,mode=0750,sharing=$MODE STEP
RUN --network=none --mount=type=cache,target=/ID/flags STEP

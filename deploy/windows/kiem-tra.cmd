@echo off
rem Kiểm tra tệp trước khi gửi: kéo tệp thả lên biểu tượng này, hoặc: kiem-tra.cmd TEP...
rem Checks files before they are sent: drop them on this icon, or: kiem-tra.cmd FILE...
rem Beside this file: tonghop.jar and the folder templates. TONGHOP_NO_PAUSE=1 ends without waiting for a key.
setlocal
chcp 65001 >nul
set "TONGHOP_ROOT=%~dp0."
where java >nul 2>nul || (
    echo Chua co Java 17. Hay cai Java roi chay lai. / Java 17 or later is needed.
    if not "%TONGHOP_NO_PAUSE%"=="1" pause
    exit /b 3
)
java -Xmx512m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Dfile.encoding=UTF-8 -jar "%~dp0tonghop.jar" check %*
set "CODE=%ERRORLEVEL%"
if not "%TONGHOP_NO_PAUSE%"=="1" pause
exit /b %CODE%
